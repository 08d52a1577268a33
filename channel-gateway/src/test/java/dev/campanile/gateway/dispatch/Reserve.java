package dev.campanile.gateway.dispatch;

import dev.campanile.runtime.database.Database;
import java.time.Instant;

/** Lets deferred messages pass the gate, seven together, on a channel that no dispatcher serves. */
final class Reserve {

  private static final String RESERVATION =
      """
      insert into reservation (id, channel, lane, turn, planned_on, messages, reserved_at)
      select gen_random_uuid(), 'PUSH', lane, run_id, planned_on, array_agg(message_id), now()
        from (select *, row_number() over (order by message_id) / 7 as part from message where %1$s) m
       group by lane, run_id, planned_on, part
      """;

  private static final String RESERVE =
      """
      update message m
         set state = 'RESERVED', channel = 'PUSH', address = coalesce(to_address, :address),
             locale = 'en', reason = null, due_at = null, gated_at = :now,
             gated_card = case when to_address is null then 1
                               else holders_state(to_channel, to_address) end,
             reservation_id = (select id from reservation r where m.message_id = any(r.messages))
       where %1$s
      """;

  private static final String FORGET_WAITING =
      "delete from waiting where message_id in (select message_id from message where %1$s)";

  private Reserve() {}

  /**
   * @param which a condition on messages
   * @param address where those go that name none
   */
  static void where(Database database, String which, String address, Instant now) {
    database.inTransaction(
        handle -> {
          handle.execute(RESERVATION.formatted(which));
          handle
              .createUpdate(RESERVE.formatted(which))
              .bind("address", address)
              .bind("now", now)
              .execute();
          handle.execute(FORGET_WAITING.formatted(which));
        });
  }

  static void forget(Database database) {
    database.inTransaction(
        handle -> {
          handle.execute("update message set state = 'SKIPPED' where channel = 'PUSH'");
          handle.execute("delete from reservation where channel = 'PUSH'");
        });
  }
}
