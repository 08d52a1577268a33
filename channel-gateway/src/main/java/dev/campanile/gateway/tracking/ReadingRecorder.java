package dev.campanile.gateway.tracking;

import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what comes, in batches: whatever came while the batch before was written. An answer
 * waits for its batch, so that a crash loses nothing that was answered; but not for long. While the
 * database is away readings wait in memory, within bounds.
 */
@ApplicationScoped
class ReadingRecorder {

  private static final Logger LOG = Logger.getLogger(ReadingRecorder.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final int WAITING = 20_000;
  private static final int BATCH = 500;

  private final Database database;
  private final ReadingRepository readings;
  private final ReadingMeters meters;
  private final Duration patience;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);

  /** Taken from the queue and not written yet; the worker's own. */
  private final List<Waiting> inHand = new ArrayList<>();

  private @Nullable Worker worker;

  ReadingRecorder(
      Database database, ReadingRepository readings, ReadingMeters meters, TrackingConfig config) {
    this.database = database;
    this.readings = readings;
    this.meters = meters;
    this.patience = config.patience();
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("readings", IDLE, this::write);
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) {
    if (worker == null) {
      return;
    }
    worker.stop();
    try {
      while (write()) {
        // As long as there is something left.
      }
    } catch (RuntimeException e) {
      LOG.errorf(e, "stopped with %d readings unwritten", queue.size() + inHand.size());
    }
  }

  /** Returns when it is stored, or when that takes too long to keep a reader waiting. */
  void record(Reading reading) {
    Waiting waiting = new Waiting(reading, new CompletableFuture<>());
    if (worker == null || !queue.offer(waiting)) {
      meters.lost();
      return;
    }
    worker.wake();
    try {
      waiting.stored().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // It stays in the queue, and is written when the database is back.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean write() {
    if (inHand.isEmpty()) {
      queue.drainTo(inHand, BATCH);
    }
    if (inHand.isEmpty()) {
      return false;
    }
    database.inTransaction(
        handle -> readings.keep(handle, inHand.stream().map(Waiting::reading).toList()));
    inHand.forEach(it -> it.stored().complete(true));
    inHand.clear();
    return true;
  }

  private record Waiting(Reading reading, CompletableFuture<Boolean> stored) {}
}
