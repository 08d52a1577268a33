package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Reason;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.UuidArray;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The small table of what waits, kept in the transactions that change messages. */
final class Waits {

  private static final String BEGIN =
      """
      insert into waiting (message_id, planned_on, state, bucket, turn, reason, due_at, since)
      select message_id, cast(planned_on as date), state, bucket, turn, reason,
             cast(due_at as timestamptz), cast(since as timestamptz)
        from unnest(:ids, :plannedOns, :states, :buckets, :turns, :reasons, :dueAts, :sinces)
          as n(message_id, planned_on, state, bucket, turn, reason, due_at, since)
      on conflict (message_id) do update
         set state = excluded.state, reason = excluded.reason, due_at = excluded.due_at,
             since = excluded.since
      """;

  private static final String END = "delete from waiting where message_id = any(:ids)";

  private Waits() {}

  /** Of messages that are new to the ledger. */
  static void begin(Handle handle, List<Change> changes) {
    List<Message> waiting = changes.stream().map(Change::after).filter(Waits::waits).toList();
    if (waiting.isEmpty()) {
      return;
    }
    var insert = handle.createUpdate(BEGIN);
    Columns.of(waiting, insert)
        .uuids("ids", it -> it.id().value())
        .names("plannedOns", it -> it.intent().plannedOn())
        .names("states", Message::state)
        .ints("buckets", it -> it.intent().bucket().value())
        .uuids("turns", it -> it.intent().turn())
        .names("reasons", it -> Optional.ofNullable(it.progress().reason()).orElse(Reason.RETRY))
        .instants("dueAts", it -> it.progress().dueAt())
        .instants("sinces", it -> it.progress().changedAt());
    insert.execute();
  }

  /** Of messages that may have waited before. */
  static void change(Handle handle, List<Change> changes) {
    List<UUID> over =
        changes.stream()
            .map(Change::after)
            .filter(message -> !waits(message))
            .map(message -> message.id().value())
            .toList();
    if (!over.isEmpty()) {
      handle.createUpdate(END).bind("ids", new UuidArray(over)).execute();
    }
    begin(handle, changes);
  }

  private static boolean waits(Message message) {
    return message.state() == MessageState.DEFERRED || message.state() == MessageState.UNKNOWN;
  }
}
