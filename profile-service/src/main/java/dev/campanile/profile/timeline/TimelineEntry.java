package dev.campanile.profile.timeline;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.Channel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a customer.
 *
 * @param factId with {@code revision} names what happened: told again it is still one entry
 * @param kind such as {@code ACCEPTED}
 * @param source JSON of what asked for the message
 * @param reason why not, or how it was said
 * @param detail what a customer wrote, a provider answered
 */
public record TimelineEntry(
    UUID profileId,
    UUID factId,
    int revision,
    Instant at,
    String kind,
    @Nullable Channel channel,
    @Nullable UUID messageId,
    @Nullable String source,
    @Nullable String reason,
    @Nullable String detail) {

  public TimelineEntry {
    requireNonNull(profileId);
    requireNonNull(factId);
    requireNonNull(at);
    requireNonNull(kind);
  }
}
