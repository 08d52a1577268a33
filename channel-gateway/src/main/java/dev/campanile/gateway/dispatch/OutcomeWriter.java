package dev.campanile.gateway.dispatch;

import dev.campanile.runtime.work.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Writes a dispatcher's outcomes, as many together as have come while the last ones were written. A
 * hand-off counts as under way until its outcome is written: when the ledger cannot be written,
 * sending stops.
 */
final class OutcomeWriter {

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final int MOST = 250;
  private static final long GATHERING_MILLIS = 3;

  private final Settlement settlement;
  private final Slots underWay;
  private final BlockingQueue<Outcome> arrived = new LinkedBlockingQueue<>();
  private final List<Outcome> unwritten = new ArrayList<>();
  private final Worker worker;

  /**
   * @param underWay gets back a slot for each outcome written
   */
  OutcomeWriter(String name, Settlement settlement, Slots underWay) {
    this.settlement = settlement;
    this.underWay = underWay;
    this.worker = Worker.start(name, IDLE, this::write);
  }

  void add(Outcome outcome) {
    arrived.add(outcome);
    worker.wake();
  }

  void stop() {
    worker.stop();
  }

  /** What is there, and what comes within a moment: a transaction for each would cost more. */
  private void gather() {
    arrived.drainTo(unwritten, MOST - unwritten.size());
    try {
      while (!unwritten.isEmpty() && unwritten.size() < underWay.width() / 2) {
        Outcome another = arrived.poll(GATHERING_MILLIS, TimeUnit.MILLISECONDS);
        if (another == null) {
          return;
        }
        unwritten.add(another);
        arrived.drainTo(unwritten, MOST - unwritten.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a failing turn leaves unwritten, the next one writes. */
  private boolean write() {
    gather();
    if (unwritten.isEmpty()) {
      return false;
    }
    settlement.write(unwritten);
    underWay.release(unwritten.size());
    unwritten.clear();
    return true;
  }
}
