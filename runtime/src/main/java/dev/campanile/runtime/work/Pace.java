package dev.campanile.runtime.work;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * When turns of work begin. A turn costs much, and little more for many things than for one: after
 * a turn that left little to do, what comes gathers for twice the time it took. So work that is not
 * behind takes a third of the time at most, its groups grow when the machine is busy, and what
 * comes alone waits for nothing.
 */
public final class Pace {

  private static final int REST_FOR_WORK = 2;

  /**
   * A turn that took long, because the machine is busy or the database was away, has gathered
   * enough meanwhile.
   */
  private static final Duration LONGEST_REST = Duration.ofMillis(15);

  private final Duration atLeast;
  private final LongSupplier nanos;
  private final LongConsumer sleep;
  private long restUntil;

  Pace(Duration atLeast, LongSupplier nanos, LongConsumer sleep) {
    this.atLeast = atLeast;
    this.nanos = nanos;
    this.sleep = sleep;
    this.restUntil = nanos.getAsLong();
  }

  /**
   * @param atLeast after each turn that left little to do
   */
  public static Pace resting(Duration atLeast) {
    return new Pace(atLeast, System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * Rests, and does one turn. Not for two threads at once.
   *
   * @param work answers whether there is much to do right away
   * @return the same
   */
  public boolean turn(BooleanSupplier work) {
    rest();
    long began = nanos.getAsLong();
    boolean much = false;
    try {
      much = work.getAsBoolean();
    } finally {
      long now = nanos.getAsLong();
      restUntil = much ? now : now + restAfter(now - began);
    }
    return much;
  }

  private long restAfter(long worked) {
    return Math.max(atLeast.toNanos(), Math.min(LONGEST_REST.toNanos(), REST_FOR_WORK * worked));
  }

  /** Whoever is interrupted is to end soon. */
  private void rest() {
    long left = restUntil - nanos.getAsLong();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      sleep.accept(left);
      left = restUntil - nanos.getAsLong();
    }
  }
}
