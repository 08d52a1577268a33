package dev.campanile.campaign.receipt;

import dev.campanile.campaign.run.MessageState;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Receipts, applied to the rows of their messages. */
@ApplicationScoped
class MessageStateRepository {

  /** Only what is newer: receipts may come again and in any order. */
  private static final String APPLY =
      """
      update %s m
         set state = r.state, channel = r.channel, reason = r.reason, state_at = r.at,
             revision = r.revision
        from unnest(:messages, :states, :channels, :reasons, :ats, :revisions)
             as r (message_id, state, channel, reason, at, revision)
       where m.message_id = r.message_id
         and m.revision < r.revision
      """;

  private static final String APPLY_TO_RUNS = APPLY.formatted("run_message");
  private static final String APPLY_TO_TRANSACTIONAL = APPLY.formatted("transactional_message");

  /**
   * @param receipts one for each message
   */
  void applyToRuns(Handle handle, Collection<Receipt.OfMessage> receipts) {
    apply(handle, APPLY_TO_RUNS, receipts);
  }

  /**
   * @param receipts one for each message
   */
  void applyToTransactional(Handle handle, Collection<Receipt.OfMessage> receipts) {
    apply(handle, APPLY_TO_TRANSACTIONAL, receipts);
  }

  private static void apply(
      Handle handle, String statement, Collection<Receipt.OfMessage> receipts) {
    if (receipts.isEmpty()) {
      return;
    }
    List<UUID> messages = new ArrayList<>();
    List<String> states = new ArrayList<>();
    List<@Nullable String> channels = new ArrayList<>();
    List<@Nullable String> reasons = new ArrayList<>();
    List<Instant> ats = new ArrayList<>();
    List<Integer> revisions = new ArrayList<>();
    for (Receipt.OfMessage receipt : receipts) {
      Channel channel = receipt.channel();
      messages.add(receipt.message().id().value());
      states.add(MessageState.of(receipt).name());
      channels.add(channel == null ? null : channel.name());
      reasons.add(reasonOf(receipt));
      ats.add(receipt.at());
      revisions.add(receipt.message().revision());
    }
    handle
        .createUpdate(statement)
        .bindArray("messages", UUID.class, messages)
        .bindArray("states", String.class, states)
        .bindArray("channels", String.class, channels)
        .bindArray("reasons", String.class, reasons)
        .bindArray("ats", Instant.class, ats)
        .bindArray("revisions", Integer.class, revisions)
        .execute();
  }

  private static @Nullable String reasonOf(Receipt.OfMessage receipt) {
    return switch (receipt) {
      case Receipt.Skipped skipped -> skipped.reason().name();
      case Receipt.Deferred deferred -> deferred.reason().name();
      case Receipt.Failed failed -> failed.reason().name();
      case Receipt.Bounced bounced -> bounced.code();
      case Receipt.Accepted _,
          Receipt.Delivered _,
          Receipt.Complained _,
          Receipt.Unknown _,
          Receipt.Uncertain _ ->
          null;
    };
  }
}
