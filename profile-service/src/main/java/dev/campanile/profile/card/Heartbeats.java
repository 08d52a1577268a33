package dev.campanile.profile.card;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.BucketHeartbeat;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says every ten seconds, in every bucket, that the cards before are all there are. The outbox
 * orders it behind each card whose transaction committed before.
 */
@ApplicationScoped
public class Heartbeats {

  /** Of several replicas the first one beats; the others find the row too young. */
  private static final String CLAIM =
      """
      update heartbeat
         set beaten_at = clock_timestamp()
       where beaten_at <= clock_timestamp() - interval '10 seconds'
      """;

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;
  private @Nullable Worker worker;

  Heartbeats(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    worker =
        Worker.start(
            "heartbeats",
            LOOK_EVERY,
            () -> {
              beat();
              return false;
            });
  }

  void stop(@Observes ShutdownEvent event) {
    if (worker != null) {
      worker.stop();
    }
  }

  private void beat() {
    database.inTransaction(
        handle -> {
          if (handle.createUpdate(CLAIM).execute() == 1) {
            // Read before the buckets are locked: who committed by now is before us in each.
            Instant now = clock.instant();
            outbox.add(
                handle,
                CardRecords.of(
                    IntStream.range(0, Bucket.COUNT)
                        .mapToObj(bucket -> new BucketHeartbeat(new Bucket(bucket), now))
                        .toList()));
          }
        });
  }
}
