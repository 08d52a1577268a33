package dev.campanile.runtime.outbox;

import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.outbox.RecordPublisher.InFlight;
import dev.campanile.runtime.work.Pace;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what needs no order, apart from the relay that keeps it: whoever waits for a
 * transactional message does not wait for a campaign's batches. What has just been committed leaves
 * from memory, and its rows are deleted when Kafka has it. Rows that stay, after a crash or while
 * Kafka was away, are read when they are old; replicas share them by locking them.
 */
@ApplicationScoped
class UnorderedRelay {

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration SEND_WITHIN = Duration.ofSeconds(5);
  private static final int ROWS = 256;

  /** Nobody waits for a row to go: they go in groups. */
  private static final Duration GATHERING = Duration.ofMillis(100);

  /** More than this is not kept in memory: it is read again like what a crash left. */
  private static final int KEPT = 8 * ROWS;

  private static final String CLAIM_OLD =
      """
      select bucket, id as seq, record_id as id, topic, record_keys, record_values,
             headers::text as headers, created_at
        from outbox_unordered o
       where o.created_at < now() - interval '10 seconds'
       order by o.id
       limit :rows
         for update skip locked
      """;

  private static final String DELETE_PUBLISHED =
      "delete from outbox_unordered where id = any(:ids) and " + Database.DURABLE_LATER;

  private final Database database;
  private final RecordPublisher publisher;
  private final BlockingQueue<OutboxRow> committed = new LinkedBlockingQueue<>(KEPT);
  private final BlockingQueue<InFlight> sent = new LinkedBlockingQueue<>();
  private volatile @Nullable Workers workers;

  UnorderedRelay(Database database, RecordPublisher publisher) {
    this.database = database;
    this.publisher = publisher;
  }

  void start(@Observes StartupEvent event) {
    workers =
        new Workers(
            Worker.start("unordered-relay", IDLE, this::send),
            Worker.start("unordered-published", IDLE, Pace.resting(GATHERING), this::delete),
            Worker.start("unordered-left", IDLE, this::sendOld));
  }

  /** What was sent is waited for; the rest stays where it is. */
  void stop(@Observes ShutdownEvent event) {
    Workers started = workers;
    if (started != null) {
      started.each().forEach(Worker::stop);
      while (!sent.isEmpty()) {
        delete();
      }
    }
  }

  void on(@Observes UnorderedFilled event) {
    event.rows().forEach(committed::offer);
    Workers started = workers;
    if (started != null) {
      started.sender().wake();
    }
  }

  /** Does not wait for Kafka's answer: the next that are committed leave meanwhile. */
  private boolean send() {
    List<OutboxRow> rows = new ArrayList<>();
    committed.drainTo(rows, ROWS);
    sent.addAll(publisher.begin(rows, System.nanoTime() + SEND_WITHIN.toNanos()));
    Workers started = workers;
    if (started != null && !rows.isEmpty()) {
      started.deleter().wake();
    }
    return !committed.isEmpty();
  }

  private boolean delete() {
    List<InFlight> begun = new ArrayList<>();
    sent.drainTo(begun, ROWS);
    List<OutboxRow> published = publisher.arrived(begun);
    if (!published.isEmpty()) {
      database.statement(handle -> delete(handle, published));
    }
    return !sent.isEmpty();
  }

  private boolean sendOld() {
    Published turn = database.transaction(this::publishOld);
    if (turn.left() > 0) {
      throw new IllegalStateException("Kafka did not take %d outbox rows".formatted(turn.left()));
    }
    return turn.sent() == ROWS;
  }

  private Published publishOld(Handle handle) {
    List<OutboxRow> rows =
        handle.createQuery(CLAIM_OLD).bind("rows", ROWS).map(OutboxRow.MAPPER).list();
    if (rows.isEmpty()) {
      return new Published(0, 0);
    }
    List<OutboxRow> published = publisher.publish(rows, System.nanoTime() + SEND_WITHIN.toNanos());
    delete(handle, published);
    return new Published(published.size(), rows.size() - published.size());
  }

  private static int delete(Handle handle, List<OutboxRow> published) {
    return handle
        .createUpdate(DELETE_PUBLISHED)
        .bindArray("ids", Long.class, published.stream().map(OutboxRow::seq).toList())
        .execute();
  }

  private record Workers(Worker sender, Worker deleter, Worker ofWhatIsLeft) {

    Stream<Worker> each() {
      return Stream.of(sender, deleter, ofWhatIsLeft);
    }
  }

  private record Published(int sent, int left) {}
}
