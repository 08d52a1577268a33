package dev.campanile.gateway.report;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.gateway.ledger.MessageState;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Counts what waits, from the small tables of reservations and of what waits; authors' tests are
 * not counted. A reservation holds tests only or none, so its first message says which.
 */
@ApplicationScoped
class WaitingRepository {

  private static final String QUEUES =
      """
      select r.channel, r.lane, m.state, count(*) as messages
        from reservation r
        join message m
          on m.message_id = any(r.messages) and m.planned_on = r.planned_on and m.reservation_id = r.id
       where m.state in ('RESERVED', 'SENDING') and m.source_type <> 'TEST'
       group by r.channel, r.lane, m.state
      """;

  private static final String AGES =
      """
      with asked as (select cast(:now as timestamptz) as now),
      unknown as (
        select count(*) as messages, min(w.since) as oldest
          from waiting w
          join message m on m.message_id = w.message_id and m.planned_on = w.planned_on
         where w.state = 'UNKNOWN' and m.source_type <> 'TEST')
      select (select coalesce(extract(epoch from a.now - min(r.reserved_at)), 0)
                from reservation r
                join message m on m.message_id = r.messages[1] and m.planned_on = r.planned_on
               where m.source_type <> 'TEST') as reserved_seconds,
             (select coalesce(extract(epoch from a.now - min(o.due_at)), 0)
                from generate_series(0, 63) as b(bucket)
               cross join lateral (select w.due_at
                                     from waiting w
                                     join message m
                                       on m.message_id = w.message_id and m.planned_on = w.planned_on
                                    where w.state = 'DEFERRED' and w.bucket = b.bucket
                                      and m.source_type <> 'TEST'
                                    order by w.due_at limit 1) o) as overdue_seconds,
             u.messages as unknown,
             coalesce(extract(epoch from a.now - u.oldest), 0) as unknown_seconds,
             (select count(*)
                from reservation r
                join message m
                  on m.message_id = any(r.messages) and m.planned_on = r.planned_on
                 and m.reservation_id = r.id
               where r.leased_until < clock_timestamp() and m.state = 'SENDING'
                 and m.source_type <> 'TEST') as abandoned,
             (select count(*) from run_control where not settled) as controls
        from asked a
       cross join unknown u
      """;

  private final Database database;
  private final InstantSource clock;

  WaitingRepository(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  Waiting now() {
    return database.read(
        handle ->
            handle
                .createQuery(AGES)
                .bind("now", clock.instant())
                .map((row, _) -> waiting(row, queues(handle)))
                .one());
  }

  private static Map<MessageState, Map<Waiting.Queue, Integer>> queues(Handle handle) {
    Map<MessageState, Map<Waiting.Queue, Integer>> queues = new EnumMap<>(MessageState.class);
    handle
        .createQuery(QUEUES)
        .map((row, _) -> queued(row))
        .forEach(
            one ->
                queues
                    .computeIfAbsent(one.state(), _ -> new HashMap<>())
                    .put(one.queue(), one.messages()));
    return queues;
  }

  private static Queued queued(ResultSet row) throws SQLException {
    return new Queued(
        MessageState.valueOf(row.getString("state")),
        new Waiting.Queue(
            Channel.valueOf(row.getString("channel")), Lane.valueOf(row.getString("lane"))),
        row.getInt("messages"));
  }

  private static Waiting waiting(
      ResultSet row, Map<MessageState, Map<Waiting.Queue, Integer>> queues) throws SQLException {
    double unknown = row.getDouble("unknown");
    return new Waiting(
        queues.getOrDefault(MessageState.RESERVED, Map.of()),
        queues.getOrDefault(MessageState.SENDING, Map.of()),
        Math.max(0, row.getDouble("reserved_seconds")),
        Math.max(0, row.getDouble("overdue_seconds")),
        unknown,
        Math.max(0, row.getDouble("unknown_seconds")),
        unknown + row.getDouble("abandoned"),
        row.getDouble("controls"));
  }

  private record Queued(MessageState state, Waiting.Queue queue, int messages) {}
}
