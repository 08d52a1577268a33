package dev.campanile.runtime.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * A loop on a thread of its own: works while there is work, then waits to be woken or for the idle
 * time to pass. A failing turn is logged, and tried again after a growing pause.
 *
 * <p>There are few of them, and most of what they do is asking the database: a thread of the
 * operating system waits for an answer with half the switches of a virtual one, and what a large
 * turn computes holds up no small one.
 */
public final class Worker {

  private static final Logger LOG = Logger.getLogger(Worker.class);
  private static final Duration FOREVER = Duration.ofDays(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final Duration idle;
  private final BooleanSupplier work;
  private final Pace pace;
  private final Semaphore wakes = new Semaphore(0);
  private final Thread thread;
  private Duration soonest = FOREVER;
  private volatile boolean stopping;

  private Worker(String name, Duration idle, Pace pace, BooleanSupplier work) {
    this.name = name;
    this.idle = idle;
    this.pace = pace;
    this.work = work;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /**
   * @param work one turn; answers whether there may be more to do right away
   */
  public static Worker start(String name, Duration idle, BooleanSupplier work) {
    return start(name, idle, Pace.resting(Duration.ZERO), work);
  }

  /** {@link #start(String, Duration, BooleanSupplier)} at another pace than its work sets. */
  public static Worker start(String name, Duration idle, Pace pace, BooleanSupplier work) {
    Worker worker = new Worker(name, idle, pace, work);
    worker.thread.start();
    return worker;
  }

  /** There may be something to do. */
  public void wake() {
    if (wakes.availablePermits() == 0) {
      wakes.release();
    }
  }

  /** From within a turn: there will be something to do then, if not before. */
  public void wakeIn(Duration time) {
    soonest = soonest.compareTo(time) < 0 ? soonest : time;
  }

  /** Lets the running turn end, and starts no other. */
  public void stop() {
    stopping = true;
    wake();
    try {
      if (!thread.join(STOP_PATIENCE)) {
        LOG.warnf("%s did not end its turn within %s", name, STOP_PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Duration pause = idle;
    while (!stopping) {
      Duration next = idle;
      try {
        if (pace.turn(work)) {
          continue;
        }
      } catch (Throwable e) {
        // An Error too: a loop that ended unseen would be worse than one that tries again.
        next = longer(pause);
        LOG.errorf(e, "%s failed; next turn in %s", name, next);
      }
      pause = next;
      await(pause.compareTo(soonest) < 0 ? pause : soonest);
      soonest = FOREVER;
    }
  }

  private void await(Duration pause) {
    try {
      // A wake that comes during a turn leaves its permit: the next wait returns at once.
      if (wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      stopping = true;
      Thread.currentThread().interrupt();
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2).plusMillis(100);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
