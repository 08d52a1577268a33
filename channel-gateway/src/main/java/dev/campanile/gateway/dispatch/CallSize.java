package dev.campanile.gateway.dispatch;

import java.time.Duration;

/**
 * How many messages go into one call of an adapter: as many as its provider takes in half a second
 * or so. With a slow provider more would keep their slot for long, make other runs wait for their
 * turn, and be given up when the call's time is over.
 */
final class CallSize {

  private static final Duration CALL = Duration.ofMillis(500);

  /** Of the last call in what is known: one that took long by chance must not decide alone. */
  private static final double WEIGHT = 0.2;

  private final int most;
  private double nanosPerMessage;

  CallSize(int most) {
    this.most = most;
  }

  /** One, until a call has been seen. */
  synchronized int now() {
    return nanosPerMessage == 0
        ? 1
        : (int) Math.clamp(CALL.toNanos() / nanosPerMessage, 1, (double) most);
  }

  synchronized void took(int messages, Duration call) {
    double seen = (double) Math.max(1, call.toNanos()) / messages;
    nanosPerMessage =
        nanosPerMessage == 0 ? seen : nanosPerMessage + WEIGHT * (seen - nanosPerMessage);
  }
}
