package dev.campanile.gateway.dispatch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many calls of a lane may be under way at once. The slots of a lane lie within those of the
 * more urgent lane, and are fewer: bulk always leaves some to what is triggered, and both to what
 * is urgent, while an idle lane's slots are used by the others.
 */
final class Slots {

  /** What becomes free within this time of each other is started together. */
  private static final long GATHERING_MILLIS = 5;

  private final int width;
  private final Semaphore free;
  private final @Nullable Slots within;

  private Slots(int width, @Nullable Slots within) {
    this.width = Math.max(1, width);
    this.free = new Semaphore(this.width);
    this.within = within;
  }

  static Slots of(int width) {
    return new Slots(width, null);
  }

  Slots fewer(int fewer) {
    return new Slots(fewer, this);
  }

  int width() {
    return width;
  }

  /** Waits for a slot, and a little for more, so that groups are not tiny. */
  int acquire(int most) {
    int wanted = Math.min(most, width);
    int taken = gather(wanted);
    if (within == null) {
      return taken;
    }
    int granted = within.acquire(taken);
    free.release(taken - granted);
    return granted;
  }

  void release(int slots) {
    free.release(slots);
    if (within != null) {
      within.release(slots);
    }
  }

  /** Whether none is in use, within the time given. */
  boolean awaitAllFree(Duration patience) throws InterruptedException {
    if (!free.tryAcquire(width, patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return false;
    }
    free.release(width);
    return true;
  }

  private int gather(int wanted) {
    int good = Math.max(1, Math.min(wanted, width / 2));
    try {
      if (!free.tryAcquire(good, GATHERING_MILLIS, TimeUnit.MILLISECONDS)) {
        free.acquireUninterruptibly();
        good = 1;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      free.acquireUninterruptibly();
      good = 1;
    }
    int more = Math.min(free.availablePermits(), wanted - good);
    return more > 0 && free.tryAcquire(more) ? good + more : good;
  }
}
