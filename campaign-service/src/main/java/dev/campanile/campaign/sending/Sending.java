package dev.campanile.campaign.sending;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything may be sent.
 *
 * @param version rises with every change
 * @param reason in the words of whoever changed it
 * @param by who that was; none until it is changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sending(
    SendingState state,
    long version,
    @Nullable String reason,
    @Nullable String by,
    @Nullable Instant at) {

  public Sending {
    requireNonNull(state);
  }
}
