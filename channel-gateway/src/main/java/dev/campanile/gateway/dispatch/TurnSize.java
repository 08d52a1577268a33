package dev.campanile.gateway.dispatch;

import java.time.Duration;

/**
 * How many messages to claim at once: as many as are sent in a second or so. More would wait under
 * a lease that ends, and make the other runs wait for their turn.
 */
final class TurnSize {

  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofSeconds(2);

  private final int most;
  private int size;

  TurnSize(int first, int most) {
    this.most = most;
    this.size = Math.clamp(first, 1, most);
  }

  int now() {
    return size;
  }

  void took(Duration turn) {
    if (turn.compareTo(SHORT) < 0) {
      size = Math.min(most, size * 2);
    } else if (turn.compareTo(LONG) > 0) {
      size = Math.max(1, size / 2);
    }
  }
}
