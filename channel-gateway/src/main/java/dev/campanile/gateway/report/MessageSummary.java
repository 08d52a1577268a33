package dev.campanile.gateway.report;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Source;
import dev.campanile.gateway.gate.MaskedAddress;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.MessageState;
import dev.campanile.gateway.ledger.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in a list.
 *
 * @param campaign of a run; none for a single message or a test
 * @param address masked
 * @param dueAt when a deferred message goes through the gate again
 * @param possibleDuplicate an earlier attempt may have reached the customer too
 */
public record MessageSummary(
    MessageId id,
    ProfileId profileId,
    Source source,
    @Nullable String campaign,
    @Nullable RunId runId,
    ContentRef content,
    Category category,
    MessageState state,
    int revision,
    Instant changedAt,
    @Nullable Channel channel,
    @Nullable String address,
    @Nullable Reason reason,
    @Nullable String answer,
    @Nullable Instant dueAt,
    int attempt,
    boolean possibleDuplicate,
    Instant arrivedAt,
    Instant expiresAt) {

  static MessageSummary of(Message message) {
    Progress progress = message.progress();
    String address = progress.address();
    Source source = message.intent().source();
    Source.Campaign campaign = source instanceof Source.Campaign it ? it : null;
    return new MessageSummary(
        message.id(),
        message.intent().profileId(),
        source,
        campaign == null ? null : campaign.key(),
        campaign == null ? null : campaign.run(),
        message.intent().content(),
        message.intent().category(),
        progress.state(),
        progress.revision(),
        progress.changedAt(),
        progress.channel(),
        address == null ? null : MaskedAddress.of(address),
        progress.reason(),
        progress.answer(),
        progress.dueAt(),
        progress.attempt(),
        progress.possibleDuplicate(),
        message.intent().arrivedAt(),
        message.intent().expiresAt());
  }
}
