package dev.campanile.campaign.receipt;

import dev.campanile.campaign.run.MessageState;
import dev.campanile.contracts.Receipt;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.EpochMicros;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Receipts, applied to the rows of their messages. */
@ApplicationScoped
class MessageStateRepository {

  /** Only what is newer: receipts may come again and in any order. */
  private static final String APPLY =
      """
      update %s m
         set state = r.state, channel = r.channel, reason = r.reason,
             state_at = timestamptz 'epoch' + r.at * interval '1 microsecond',
             revision = r.revision
        from unnest(:states, :channels, :reasons, :ats, :revisions, %s)
             as r (state, channel, reason, at, revision, %s)
       where %s
         and m.revision < r.revision
      """;

  /** The rows change, and with them what the pump may still ask for. */
  private static final String APPLY_TO_RUNS =
      """
      with applied as (
      %s
        returning m.run_id, m.bucket, old.state as before, new.state as after
      )
      insert into run_answer as a (run_id, bucket, answered, deferred)
      select run_id, bucket, count(*) filter (where before in ('PENDING', 'REQUESTED')),
             count(*) filter (where after = 'DEFERRED')
             - count(*) filter (where before = 'DEFERRED')
        from applied
       group by run_id, bucket
       order by run_id, bucket
      on conflict (run_id, bucket) do update
         set answered = a.answered + excluded.answered,
             deferred = a.deferred + excluded.deferred
      """
          .formatted(
              APPLY.formatted(
                  "run_message",
                  ":runs, :profiles",
                  "run_id, profile_id",
                  "m.run_id = r.run_id and m.profile_id = r.profile_id"));

  private static final String APPLY_TO_TRANSACTIONAL =
      APPLY.formatted(
          "transactional_message", ":messages", "message_id", "m.message_id = r.message_id");

  /**
   * @param receipts one for each message, of campaigns
   */
  void applyToRuns(Handle handle, List<Receipt.OfMessage> receipts) {
    if (!receipts.isEmpty()) {
      Update apply = handle.createUpdate(APPLY_TO_RUNS);
      bind(apply, receipts)
          .uuids("runs", one -> one.message().source().id())
          .uuids("profiles", one -> one.message().profileId().value());
      apply.execute();
    }
  }

  /**
   * @param receipts one for each message
   */
  void applyToTransactional(Handle handle, List<Receipt.OfMessage> receipts) {
    if (!receipts.isEmpty()) {
      Update apply = handle.createUpdate(APPLY_TO_TRANSACTIONAL);
      bind(apply, receipts).uuids("messages", one -> one.message().id().value());
      apply.execute();
    }
  }

  private static Columns<Receipt.OfMessage> bind(
      Update statement, List<Receipt.OfMessage> receipts) {
    return Columns.of(receipts, statement)
        .names("states", MessageState::of)
        .names("channels", Receipt.OfMessage::channel)
        .texts("reasons", MessageStateRepository::reasonOf)
        .longs("ats", one -> EpochMicros.of(one.at()))
        .ints("revisions", one -> one.message().revision());
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
