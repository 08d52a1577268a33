package dev.campanile.gateway.dispatch;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A dispatcher's permission to send the messages of one reservation, and how many of them are not
 * settled yet. When none is left the reservation is done with.
 */
final class Lease {

  private final UUID reservation;
  private final int epoch;
  private final AtomicInteger open;

  Lease(UUID reservation, int epoch, int messages) {
    this.reservation = reservation;
    this.epoch = epoch;
    this.open = new AtomicInteger(messages);
  }

  UUID reservation() {
    return reservation;
  }

  int epoch() {
    return epoch;
  }

  /**
   * One of its messages was sent and told, given back or refused, as is committed.
   *
   * @return whether it was the last
   */
  boolean settledOne() {
    return open.decrementAndGet() == 0;
  }
}
