package dev.campanile.benchmarks.transactional;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * When each request is due, fixed before the first is made. Latency counts from here and not from
 * when a request was made: a system that stalls keeps its callers waiting, and must not hide those
 * who would have called meanwhile (coordinated omission).
 */
final class Schedule {
  private static final long NANOS = 1_000_000_000;

  private final int perSecond;
  private final int requests;
  private final long beginsNanos;
  private final long beginsMicros;

  private Schedule(int perSecond, int requests, long beginsNanos, Instant begins) {
    this.perSecond = perSecond;
    this.requests = requests;
    this.beginsNanos = beginsNanos;
    this.beginsMicros = begins.getEpochSecond() * 1_000_000 + begins.getNano() / 1_000;
  }

  /** Begins now. */
  static Schedule of(int perSecond, Duration length) {
    return new Schedule(
        perSecond,
        Math.toIntExact(perSecond * length.toMillis() / 1_000),
        System.nanoTime(),
        Instant.now());
  }

  int requests() {
    return requests;
  }

  /** By the machine's clock, as the sink reads it. */
  long dueMicros(int request) {
    return beginsMicros + offset(request) / 1_000;
  }

  void awaitTurn(int request) {
    for (long left = left(request); left > 0; left = left(request)) {
      LockSupport.parkNanos(left);
    }
  }

  private long left(int request) {
    return beginsNanos + offset(request) - System.nanoTime();
  }

  private long offset(int request) {
    return request * NANOS / perSecond;
  }
}
