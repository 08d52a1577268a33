package dev.campanile.gateway.dispatch;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A dispatcher's permission to send the messages of one reservation, and how many of them are not
 * settled yet. When none is left the reservation is done with.
 */
final class Lease {

  /** Above what claims count up to. */
  private static final int LEAST_OF_ITS_OWN = 1 << 20;

  private final UUID reservation;
  private final int epoch;
  private final boolean untaken;
  private final AtomicInteger open;

  private Lease(UUID reservation, int epoch, boolean untaken, int messages) {
    this.reservation = reservation;
    this.epoch = epoch;
    this.untaken = untaken;
    this.open = new AtomicInteger(messages);
  }

  static Lease claimed(UUID reservation, int epoch, int messages) {
    return new Lease(reservation, epoch, false, messages);
  }

  /**
   * One that the first start takes, if nobody has it then. Its epoch is drawn, so that a claim
   * elsewhere is not mistaken for it.
   */
  static Lease untaken(UUID reservation, int messages) {
    int epoch = ThreadLocalRandom.current().nextInt(LEAST_OF_ITS_OWN, Integer.MAX_VALUE);
    return new Lease(reservation, epoch, true, messages);
  }

  UUID reservation() {
    return reservation;
  }

  int epoch() {
    return epoch;
  }

  boolean isUntaken() {
    return untaken;
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
