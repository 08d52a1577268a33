package dev.campanile.gateway.decision;

import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.MessageMapper;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings back to the gate what is due, and what was reserved by a dispatcher that is no more: it
 * certainly has not left. Replicas share the rows.
 */
@ApplicationScoped
public class ReGate {

  private static final Duration IDLE = Duration.ofMillis(250);
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(5);
  private static final int BATCH = 100;

  private static final String DUE_BUCKETS =
      """
      select b.bucket
        from generate_series(0, 63) as b(bucket)
       where exists (select 1 from waiting
                      where state = 'DEFERRED' and bucket = b.bucket and due_at <= :now)
      """;

  private static final String CLAIM_DUE =
      """
      select %s
        from waiting w
        join message m on m.message_id = w.message_id and m.planned_on = w.planned_on
       where w.state = 'DEFERRED' and w.bucket = :bucket and w.due_at <= :now
         and m.state = 'DEFERRED'
       order by w.due_at
       limit :batch
         for update of m skip locked
      """
          .formatted(MessageMapper.COLUMNS);

  /** By the database's clock, as all leases. */
  private static final String CLAIM_ABANDONED =
      """
      select %s
        from reservation r
        join message m
          on m.message_id = any(r.messages) and m.planned_on = r.planned_on and m.reservation_id = r.id
       where r.leased_until < clock_timestamp() and m.state = 'RESERVED'
       limit :batch
         for update of m skip locked
      """
          .formatted(MessageMapper.COLUMNS);

  private final Database database;
  private final GateAgain gate;
  private final InstantSource clock;
  private @Nullable Worker due;
  private @Nullable Worker abandoned;

  ReGate(Database database, GateAgain gate, InstantSource clock) {
    this.database = database;
    this.gate = gate;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    due = Worker.start("gate-due", IDLE, this::gateDue);
    abandoned = Worker.start("gate-abandoned", BETWEEN_SWEEPS, this::gateAbandoned);
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) {
    if (due != null) {
      due.stop();
    }
    if (abandoned != null) {
      abandoned.stop();
    }
  }

  /** A batch of each bucket that has something due; answers whether there may be more. */
  public boolean gateDue() {
    List<Integer> buckets =
        database.read(
            handle ->
                handle
                    .createQuery(DUE_BUCKETS)
                    .bind("now", clock.instant())
                    .mapTo(Integer.class)
                    .list());
    boolean more = false;
    for (int bucket : buckets) {
      more |= gateDue(bucket) == BATCH;
    }
    return more;
  }

  private int gateDue(int bucket) {
    return database.transaction(
        handle -> {
          List<Message> messages =
              handle
                  .createQuery(CLAIM_DUE)
                  .bind("bucket", bucket)
                  .bind("now", clock.instant())
                  .bind("batch", BATCH)
                  .map(MessageMapper.MESSAGE)
                  .list();
          gate.again(handle, messages);
          return messages.size();
        });
  }

  /** Answers whether there may be more. */
  public boolean gateAbandoned() {
    return database.transaction(
            handle -> {
              List<Message> messages =
                  handle
                      .createQuery(CLAIM_ABANDONED)
                      .bind("batch", BATCH)
                      .map(MessageMapper.MESSAGE)
                      .list();
              gate.again(handle, messages);
              return messages.size();
            })
        == BATCH;
  }
}
