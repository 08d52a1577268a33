package dev.campanile.gateway.dispatch;

import dev.campanile.runtime.work.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Writes the outcomes of a dispatcher's calls, as many together as have come while the last ones
 * were written. A call counts as under way until its outcomes are written: when the ledger cannot
 * be written, sending stops.
 */
final class OutcomeWriter {

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final int MOST = 1000;

  /** Outcomes that are worth a turn without a rest before it. */
  private static final int MANY = 64;

  private final Consumer<List<Outcome>> ledger;
  private final Slots underWay;
  private final Queue<List<Outcome>> arrived = new ConcurrentLinkedQueue<>();
  private final List<List<Outcome>> unwritten = new ArrayList<>();
  private int messages;
  private final Worker worker;

  /**
   * @param ledger writes outcomes of different messages, all or none
   * @param underWay gets back a slot for each call whose outcomes are written
   */
  OutcomeWriter(String name, Consumer<List<Outcome>> ledger, Slots underWay) {
    this.ledger = ledger;
    this.underWay = underWay;
    this.worker = Worker.start(name, IDLE, this::write);
  }

  /** Of one call. */
  void add(List<Outcome> outcomes) {
    arrived.add(outcomes);
    worker.wake();
  }

  void stop() {
    worker.stop();
  }

  private void gather() {
    while (messages < MOST) {
      List<Outcome> another = arrived.poll();
      if (another == null) {
        return;
      }
      unwritten.add(another);
      messages += another.size();
    }
  }

  /** What a failing turn leaves unwritten, the next one writes. */
  private boolean write() {
    gather();
    if (unwritten.isEmpty()) {
      return false;
    }
    ledger.accept(unwritten.stream().flatMap(List::stream).toList());
    boolean many = messages >= MANY;
    underWay.release(unwritten.size());
    unwritten.clear();
    messages = 0;
    return many;
  }
}
