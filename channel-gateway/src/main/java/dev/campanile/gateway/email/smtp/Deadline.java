package dev.campanile.gateway.email.smtp;

import java.time.Duration;

/** How long one call may take, and from when on it begins nothing more. */
final class Deadline {

  private final long began = System.nanoTime();
  private final long whole;

  Deadline(Duration timeout) {
    this.whole = timeout.toNanos();
  }

  /** A mail whose turn comes later is better begun by another call. */
  boolean allowsAnother() {
    return passed() < whole / 2;
  }

  /** The answer to a final dot must have time to come. */
  boolean allowsTheFinalDot() {
    return passed() < whole / 4 * 3;
  }

  /** Until nothing more is begun. */
  Duration leftToBegin() {
    return Duration.ofNanos(Math.max(0, whole / 2 - passed()));
  }

  /** Until the connection is closed, a little before the caller's patience ends. */
  Duration leftToEnd() {
    return Duration.ofNanos(Math.max(0, whole / 100 * 95 - passed()));
  }

  private long passed() {
    return System.nanoTime() - began;
  }
}
