package dev.campanile.campaign.run;

import dev.campanile.contracts.Reason;
import dev.campanile.contracts.RunId;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Asks the gateway for the messages of runs, runs in turn and each a few batches of different
 * buckets at a time, and never has more of a run unanswered than the gateway should hold.
 */
@ApplicationScoped
public class RunPump {

  private static final Duration IDLE = Duration.ofSeconds(1);

  /**
   * What one transaction moves: enough that it costs little a message, and holds no run for long.
   */
  private static final int BATCHES_A_TURN = 16;

  /** The gateway is filled up again when this part of what it may have is answered. */
  private static final int REFILLED_AT = 8;

  private final Database database;
  private final PumpRepository rows;
  private final BatchRepository batches;
  private final Outbox outbox;
  private final InstantSource time;
  private final int maxUnanswered;
  private volatile @Nullable Worker worker;

  RunPump(
      Database database,
      PumpRepository rows,
      BatchRepository batches,
      Outbox outbox,
      InstantSource time,
      RunConfig config) {
    this.database = database;
    this.rows = rows;
    this.batches = batches;
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

  /** Some batches of each run; answers whether any moved. A run that fails holds up no other. */
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
    if (reason == null && (turn.waits() || room(turn) < worthwhile() || isAhead(turn))) {
      return false;
    }
    List<PendingBatch> next = batches.next(handle, id, turn.lastBucket(), BATCHES_A_TURN);
    if (next.isEmpty()) {
      rows.endIfComplete(handle, id, time.instant());
      return false;
    }
    if (reason != null) {
      batches.skip(handle, id, next, reason, time.instant());
      return true;
    }
    return request(handle, id, turn, next);
  }

  private boolean request(Handle handle, RunId id, PumpTurn turn, List<PendingBatch> next) {
    List<PendingBatch> fitting = fitting(turn, next);
    if (fitting.isEmpty()) {
      return false;
    }
    int messages = PendingBatch.membersOf(fitting);
    rows.requested(
        handle, id, fitting.getLast().bucket(), messages, turn.paceAfter(messages, time.instant()));
    var taken =
        batches.take(
            handle, id, fitting, turn.category().campaignLane().requests(), time.instant());
    outbox.add(handle, taken.stream().map(batch -> batch.with(turn.headers())).toList());
    return true;
  }

  /** Comes back in time, if so. */
  private boolean isAhead(PumpTurn turn) {
    Duration ahead = turn.ahead(time.instant());
    if (ahead.isZero()) {
      return false;
    }
    Worker started = worker;
    if (started != null) {
      started.wakeIn(ahead);
    }
    return true;
  }

  /** A batch that is larger than all the room there ever is goes alone. */
  private List<PendingBatch> fitting(PumpTurn turn, List<PendingBatch> next) {
    List<PendingBatch> fitting = new ArrayList<>();
    long room = room(turn);
    long atOnce = turn.atOnce();
    for (PendingBatch batch : next) {
      room -= batch.members();
      atOnce -= batch.members();
      boolean tooMany = room < 0 && (turn.unanswered() > 0 || !fitting.isEmpty());
      if (tooMany || (atOnce < 0 && !fitting.isEmpty())) {
        break;
      }
      fitting.add(batch);
    }
    return fitting;
  }

  private long room(PumpTurn turn) {
    return maxUnanswered - turn.unanswered();
  }

  /** Not every single answer lets a batch out: a turn is worth many. */
  private int worthwhile() {
    return Math.max(1, maxUnanswered / REFILLED_AT);
  }
}
