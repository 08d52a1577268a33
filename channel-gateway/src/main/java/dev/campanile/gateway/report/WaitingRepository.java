package dev.campanile.gateway.report;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.gateway.ledger.MessageState;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Counts what waits; each from the partial index of its state, which must be a constant. */
@ApplicationScoped
class WaitingRepository {

  private static final String QUEUES =
      """
      select channel, lane, count(*) as messages
        from message
       where state = '%s'
       group by channel, lane
      """;

  private static final String AGES =
      """
      with asked as (select cast(:now as timestamptz) as now)
      select (select coalesce(extract(epoch from a.now - min(gated_at)), 0)
                from message where state = 'RESERVED') as reserved_seconds,
             (select coalesce(extract(epoch from a.now - min(o.due_at)), 0)
                from generate_series(0, 63) as b(bucket)
               cross join lateral (select due_at from message
                                    where state = 'DEFERRED' and bucket = b.bucket
                                    order by due_at limit 1) o) as overdue_seconds,
             (select count(*) from message where state = 'UNKNOWN') as unknown,
             (select coalesce(extract(epoch from a.now - min(changed_at)), 0)
                from message where state = 'UNKNOWN') as unknown_seconds,
             (select count(*) from message
               where state = 'SENDING' and leased_until < clock_timestamp()) as abandoned,
             (select count(*) from run_control where not settled) as controls
        from asked a
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
                .map(
                    (row, _) ->
                        waiting(
                            row,
                            queues(handle, MessageState.RESERVED),
                            queues(handle, MessageState.SENDING)))
                .one());
  }

  private static Map<Waiting.Queue, Integer> queues(Handle handle, MessageState state) {
    return handle
        .createQuery(QUEUES.formatted(state))
        .map(
            (row, _) ->
                Map.entry(
                    new Waiting.Queue(
                        Channel.valueOf(row.getString("channel")),
                        Lane.valueOf(row.getString("lane"))),
                    row.getInt("messages")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Waiting waiting(
      ResultSet row, Map<Waiting.Queue, Integer> reserved, Map<Waiting.Queue, Integer> sending)
      throws SQLException {
    double unknown = row.getDouble("unknown");
    return new Waiting(
        reserved,
        sending,
        Math.max(0, row.getDouble("reserved_seconds")),
        Math.max(0, row.getDouble("overdue_seconds")),
        unknown,
        Math.max(0, row.getDouble("unknown_seconds")),
        unknown + row.getDouble("abandoned"),
        row.getDouble("controls"));
  }
}
