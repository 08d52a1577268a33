package dev.campanile.runtime.outbox;

import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.work.Pace;
import dev.campanile.runtime.work.Worker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox: leases buckets, sends their rows in {@code seq} order, waits for Kafka to
 * have them, deletes them. A crash in between sends a row again; receivers know it by its ids.
 */
@ApplicationScoped
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration IDLE = Duration.ofMillis(500);

  /** Nobody waits for what keeps an order, and everyone pays for a record: they leave in groups. */
  private static final Duration GATHERING = Duration.ofMillis(50);

  private static final Duration DRAINING = Duration.ofSeconds(5);

  /** A row may have 256 KiB, and all of them are held at once. */
  private static final int ROWS = 128;

  /** Longer than a record may take to be sent, so that no two relays publish a bucket at once. */
  static final Duration LEASE = Duration.ofSeconds(15);

  /** Nothing is begun in the rest of a lease: what was begun ends before the lease does. */
  private static final Duration SEND_WITHIN = LEASE.dividedBy(3);

  /** A relay that waits for buckets another is about to give up looks more often. */
  private static final Duration LOOK_FOR_MORE = Duration.ofSeconds(1);

  private static final String PENDING =
      """
      select bucket, seq, id, topic, record_keys, record_values, headers::text as headers, created_at
        from outbox
       where bucket = any(:buckets)
       order by bucket, seq
       limit :rows
      """;

  private static final String DELETE_PUBLISHED =
      """
      delete from outbox o
       using unnest(:buckets, :seqs) as p(bucket, seq)
       where o.bucket = p.bucket and o.seq = p.seq and
      """
          + Database.DURABLE_LATER;

  private final Database database;
  private final RecordPublisher publisher;
  private final BucketLeases leases;
  private long renewAt = System.nanoTime();
  private @Nullable Worker worker;

  OutboxRelay(Database database, RecordPublisher publisher, MeterRegistry meters) {
    this.database = database;
    this.publisher = publisher;
    this.leases = new BucketLeases(database, UUID.randomUUID().toString(), LEASE);
    Gauge.builder("campanile.relay.buckets", leases, mine -> mine.held().size())
        .description("Buckets of the outbox this replica publishes")
        .register(meters);
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("outbox-relay", IDLE, Pace.resting(GATHERING), this::turn);
  }

  void stop(@Observes ShutdownEvent event) {
    if (worker != null) {
      worker.stop();
      drain();
      leases.release();
    }
  }

  /** What was added to the end leaves with us; what does not is the next relay's. */
  private void drain() {
    long end = System.nanoTime() + DRAINING.toNanos();
    try {
      while (System.nanoTime() < end && turn()) {
        LOG.debug("draining the outbox");
      }
    } catch (RuntimeException e) {
      LOG.warnf("rows of the outbox are left to the next relay: %s", e.getMessage());
    }
  }

  void on(@Observes OutboxFilled event) {
    if (worker != null) {
      worker.wake();
    }
  }

  private boolean turn() {
    if (System.nanoTime() - renewAt >= 0) {
      long now = System.nanoTime();
      boolean whole = leases.renew();
      renewAt = now + (whole ? SEND_WITHIN : LOOK_FOR_MORE).toNanos();
    }
    List<OutboxRow> rows = leases.held().isEmpty() ? List.of() : pending();
    if (rows.isEmpty()) {
      return false;
    }
    long sendUntil = leases.expiry() - LEASE.minus(SEND_WITHIN).toNanos();
    List<OutboxRow> published = publisher.publish(rows, sendUntil);
    delete(published);
    if (published.size() < rows.size() && System.nanoTime() - sendUntil < 0) {
      throw new IllegalStateException(
          "Kafka did not take %d of %d outbox rows"
              .formatted(rows.size() - published.size(), rows.size()));
    }
    return rows.size() == ROWS || published.size() < rows.size();
  }

  private List<OutboxRow> pending() {
    return database.read(
        handle ->
            handle
                .createQuery(PENDING)
                .bindArray("buckets", Integer.class, leases.held())
                .bind("rows", ROWS)
                .map(OutboxRow.MAPPER)
                .list());
  }

  private void delete(List<OutboxRow> published) {
    database.statement(
        handle ->
            handle
                .createUpdate(DELETE_PUBLISHED)
                .bindArray(
                    "buckets", Integer.class, published.stream().map(OutboxRow::bucket).toList())
                .bindArray("seqs", Long.class, published.stream().map(OutboxRow::seq).toList())
                .execute());
  }
}
