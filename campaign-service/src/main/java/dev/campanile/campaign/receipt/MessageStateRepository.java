package dev.campanile.campaign.receipt;

import dev.campanile.campaign.run.MessageState;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Receipt;
import dev.campanile.runtime.database.EpochMicros;
import dev.campanile.runtime.database.LookUps;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
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
      LookUps.byIndex(handle);
      bind(handle.createUpdate(APPLY_TO_RUNS), receipts)
          .bind("runs", new UuidArray(column(receipts, one -> one.message().source().id())))
          .bind(
              "profiles", new UuidArray(column(receipts, one -> one.message().profileId().value())))
          .execute();
    }
  }

  /**
   * @param receipts one for each message
   */
  void applyToTransactional(Handle handle, List<Receipt.OfMessage> receipts) {
    if (!receipts.isEmpty()) {
      LookUps.byIndex(handle);
      bind(handle.createUpdate(APPLY_TO_TRANSACTIONAL), receipts)
          .bind("messages", new UuidArray(column(receipts, one -> one.message().id().value())))
          .execute();
    }
  }

  private static Update bind(Update statement, List<Receipt.OfMessage> receipts) {
    return statement
        .bindArray("states", String.class, column(receipts, one -> MessageState.of(one).name()))
        .bindArray("channels", String.class, column(receipts, MessageStateRepository::channelOf))
        .bindArray("reasons", String.class, column(receipts, MessageStateRepository::reasonOf))
        .bindArray("ats", Long.class, column(receipts, one -> EpochMicros.of(one.at())))
        .bindArray("revisions", Integer.class, column(receipts, one -> one.message().revision()));
  }

  private static <T> List<@Nullable T> column(
      List<Receipt.OfMessage> receipts, Function<Receipt.OfMessage, @Nullable T> value) {
    return receipts.stream().<@Nullable T>map(value).toList();
  }

  private static @Nullable String channelOf(Receipt.OfMessage receipt) {
    Channel channel = receipt.channel();
    return channel == null ? null : channel.name();
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
