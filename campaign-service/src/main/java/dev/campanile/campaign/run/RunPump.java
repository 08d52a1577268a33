package dev.campanile.campaign.run;

import dev.campanile.contracts.Batch;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.RunId;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Asks the gateway for the messages of runs, a batch of one bucket at a time and runs in turn, and
 * never has more of a run unanswered than the gateway should hold.
 */
@ApplicationScoped
public class RunPump {

  private static final Duration IDLE = Duration.ofSeconds(1);

  /** Nothing is packed or sent when messages are skipped: more of them fit in a short time. */
  private static final int SKIPPED_AT_ONCE = 5_000;

  private final Database database;
  private final PumpRepository rows;
  private final RunRepository runs;
  private final Outbox outbox;
  private final InstantSource time;
  private final int maxUnanswered;
  private volatile @Nullable Worker worker;

  RunPump(
      Database database,
      PumpRepository rows,
      RunRepository runs,
      Outbox outbox,
      InstantSource time,
      RunConfig config) {
    this.database = database;
    this.rows = rows;
    this.runs = runs;
    this.outbox = outbox;
    this.time = time;
    this.maxUnanswered = config.maxUnanswered();
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("run-pump", IDLE, this::turn);
  }

  void stop(@Observes ShutdownEvent event) {
    Worker started = worker;
    if (started != null) {
      started.stop();
    }
  }

  /** There may be messages to request, or room for them. */
  public void wake() {
    Worker started = worker;
    if (started != null) {
      started.wake();
    }
  }

  /** One batch of each run; answers whether any moved. A run that fails holds up no other. */
  private boolean turn() {
    boolean moved = false;
    RuntimeException failure = null;
    for (RunId run : database.read(rows::active)) {
      try {
        moved |= database.transaction(handle -> pump(handle, run));
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    if (failure != null && !moved) {
      throw failure;
    }
    return moved;
  }

  private boolean pump(Handle handle, RunId id) {
    PumpTurn turn = rows.lock(handle, id);
    if (turn == null) {
      return false;
    }
    Reason reason = turn.skips();
    if (reason != null) {
      return skip(handle, id, reason);
    }
    return !turn.waits() && request(handle, id, turn.lastBucket());
  }

  private boolean skip(Handle handle, RunId id, Reason reason) {
    if (rows.skip(handle, id, reason, SKIPPED_AT_ONCE, time.instant()) > 0) {
      return true;
    }
    rows.endIfComplete(handle, id, time.instant());
    return false;
  }

  private boolean request(Handle handle, RunId id, int lastBucket) {
    Integer bucket = rows.nextBucket(handle, id, lastBucket);
    if (bucket == null) {
      rows.endIfComplete(handle, id, time.instant());
      return false;
    }
    int room = maxUnanswered - rows.unanswered(handle, id);
    if (room < worthwhile()) {
      return false;
    }
    CampaignRun run =
        runs.find(handle, id).orElseThrow(() -> new IllegalStateException("the run is locked"));
    List<PendingMessage> pending =
        rows.pending(handle, id, bucket, Math.min(room, Batch.MAX_ITEMS));
    MessageRequests requests = RequestPacking.pack(run, new Bucket(bucket), pending);
    rows.requested(handle, id, bucket, requests, time.instant());
    outbox.add(handle, OutgoingRecords.batch(run.category().campaignLane().requests(), requests));
    return true;
  }

  /** Not every single answer lets a single message out: batches stay batches. */
  private int worthwhile() {
    return Math.max(1, Math.min(Batch.MAX_ITEMS, maxUnanswered / 4));
  }
}
