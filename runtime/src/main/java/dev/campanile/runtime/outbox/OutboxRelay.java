package dev.campanile.runtime.outbox;

import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.work.Worker;
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
  private static final Duration DRAINING = Duration.ofSeconds(5);
  private static final int ROWS = 256;

  /** Longer than a record may take to be sent, so that no two relays publish a bucket at once. */
  static final Duration LEASE = Duration.ofSeconds(15);

  private static final String LEASE_BUCKETS =
      """
      update outbox_relay r
         set leased_by = :me, leased_until = now() + cast(:lease as interval)
        from (select bucket from outbox_relay
               where leased_by = :me or leased_until < now()
                 for update skip locked) free
       where r.bucket = free.bucket
      returning r.bucket
      """;

  private static final String RELEASE_BUCKETS =
      "update outbox_relay set leased_by = null, leased_until = '-infinity' where leased_by = :me";

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
       where o.bucket = p.bucket and o.seq = p.seq
      """;

  private final Database database;
  private final RecordPublisher publisher;
  private final String me = UUID.randomUUID().toString();
  private List<Integer> leased = List.of();
  private long renewAt = Long.MIN_VALUE;
  private @Nullable Worker worker;

  OutboxRelay(Database database, RecordPublisher publisher) {
    this.database = database;
    this.publisher = publisher;
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("outbox-relay", IDLE, this::turn);
  }

  void stop(@Observes ShutdownEvent event) {
    if (worker != null) {
      worker.stop();
      drain();
      database.inTransaction(
          handle -> handle.createUpdate(RELEASE_BUCKETS).bind("me", me).execute());
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
    renewLease();
    List<OutboxRow> rows = leased.isEmpty() ? List.of() : pending();
    if (rows.isEmpty()) {
      return false;
    }
    List<OutboxRow> published = publisher.publish(rows);
    delete(published);
    if (published.size() < rows.size()) {
      throw new IllegalStateException(
          "Kafka did not take %d of %d outbox rows"
              .formatted(rows.size() - published.size(), rows.size()));
    }
    return true;
  }

  /** A third of the lease is spent before it is renewed; the database's clock decides. */
  private void renewLease() {
    long now = System.nanoTime();
    if (now < renewAt) {
      return;
    }
    leased =
        database.transaction(
            handle ->
                handle
                    .createQuery(LEASE_BUCKETS)
                    .bind("me", me)
                    .bind("lease", LEASE.toString())
                    .mapTo(Integer.class)
                    .list());
    renewAt = now + LEASE.dividedBy(3).toNanos();
  }

  private List<OutboxRow> pending() {
    return database.read(
        handle ->
            handle
                .createQuery(PENDING)
                .bindArray("buckets", Integer.class, leased)
                .bind("rows", ROWS)
                .map(OutboxRow.MAPPER)
                .list());
  }

  private void delete(List<OutboxRow> published) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(DELETE_PUBLISHED)
                .bindArray(
                    "buckets", Integer.class, published.stream().map(OutboxRow::bucket).toList())
                .bindArray("seqs", Long.class, published.stream().map(OutboxRow::seq).toList())
                .execute());
  }
}
