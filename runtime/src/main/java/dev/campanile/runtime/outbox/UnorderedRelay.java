package dev.campanile.runtime.outbox;

import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what needs no order, apart from the relay that keeps it: whoever waits for a
 * transactional message does not wait for a campaign's batches. Replicas share the rows by locking
 * them; a crash lets go of the lock, and another sends them again.
 */
@ApplicationScoped
class UnorderedRelay {

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration SEND_WITHIN = Duration.ofSeconds(5);
  private static final int ROWS = 256;

  private static final String CLAIM =
      """
      select bucket, id as seq, record_id as id, topic, record_keys, record_values,
             headers::text as headers, created_at
        from outbox_unordered o
       order by o.id
       limit :rows
         for update skip locked
      """;

  private static final String DELETE_PUBLISHED =
      "delete from outbox_unordered where id = any(:ids) and " + Database.DURABLE_LATER;

  private final Database database;
  private final RecordPublisher publisher;
  private volatile @Nullable Worker worker;

  UnorderedRelay(Database database, RecordPublisher publisher) {
    this.database = database;
    this.publisher = publisher;
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("unordered-relay", IDLE, this::turn);
  }

  void stop(@Observes ShutdownEvent event) {
    Worker started = worker;
    if (started != null) {
      started.stop();
    }
  }

  void on(@Observes UnorderedFilled event) {
    Worker started = worker;
    if (started != null) {
      started.wake();
    }
  }

  private boolean turn() {
    Published turn = database.transaction(this::publish);
    if (turn.left() > 0) {
      throw new IllegalStateException("Kafka did not take %d outbox rows".formatted(turn.left()));
    }
    return turn.sent() == ROWS;
  }

  private Published publish(Handle handle) {
    List<OutboxRow> rows =
        handle.createQuery(CLAIM).bind("rows", ROWS).map(OutboxRow.MAPPER).list();
    if (rows.isEmpty()) {
      return new Published(0, 0);
    }
    List<OutboxRow> published = publisher.publish(rows, System.nanoTime() + SEND_WITHIN.toNanos());
    handle
        .createUpdate(DELETE_PUBLISHED)
        .bindArray("ids", Long.class, published.stream().map(OutboxRow::seq).toList())
        .execute();
    return new Published(published.size(), rows.size() - published.size());
  }

  private record Published(int sent, int left) {}
}
