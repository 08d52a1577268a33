package dev.campanile.gateway.dispatch;

import dev.campanile.runtime.work.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes a dispatcher's outcomes, as many together as have come while the last ones were written. A
 * hand-off counts as under way until its outcome is written: when the ledger cannot be written,
 * sending stops.
 */
final class OutcomeWriter {

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final int MOST = 250;
  private static final long GATHERING_MILLIS = 3;

  private final Consumer<List<Outcome>> ledger;
  private final Slots underWay;
  private final BlockingQueue<Outcome> arrived = new LinkedBlockingQueue<>();
  private final List<Outcome> unwritten = new ArrayList<>();
  private final Worker worker;

  /**
   * @param ledger writes outcomes of different messages, all or none
   * @param underWay gets back a slot for each outcome written
   */
  OutcomeWriter(String name, Consumer<List<Outcome>> ledger, Slots underWay) {
    this.ledger = ledger;
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
    ledger.accept(List.copyOf(unwritten));
    underWay.release(unwritten.size());
    unwritten.clear();
    return true;
  }
}
