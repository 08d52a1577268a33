package dev.campanile.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.campaign.Kafka;
import dev.campanile.campaign.ServiceTest;
import dev.campanile.runtime.database.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class PumpRepositoryTest {

  @Inject Database database;
  @Inject PumpRepository rows;

  private final Kafka kafka = new Kafka();

  @AfterEach
  void close() {
    kafka.close();
  }

  /** Or two replicas would each fill up to the limit, and the gateway hold twice as much. */
  @Test
  void letsOneReplicaPumpARunAtATime() throws Exception {
    var run = LaunchedRun.of(kafka, "one-pump");
    var locked = new CountDownLatch(1);
    var release = new CountDownLatch(1);

    var first =
        CompletableFuture.runAsync(
            () -> await().atMost(Duration.ofSeconds(30)).until(() -> hold(run, locked, release)));
    assertThat(locked.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(lockedBySecond(run)).isNull();
    release.countDown();
    first.get(30, TimeUnit.SECONDS);
  }

  /** Tries again while the pump of the service itself has the run. */
  private boolean hold(LaunchedRun run, CountDownLatch locked, CountDownLatch release) {
    return database.transaction(
        handle -> {
          if (rows.lock(handle, run.id()) == null) {
            return false;
          }
          locked.countDown();
          try {
            return release.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
          }
        });
  }

  private @Nullable PumpTurn lockedBySecond(LaunchedRun run) {
    return database.<@Nullable PumpTurn>transaction(handle -> rows.lock(handle, run.id()));
  }
}
