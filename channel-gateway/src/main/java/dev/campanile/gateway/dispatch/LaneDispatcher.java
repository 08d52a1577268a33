package dev.campanile.gateway.dispatch;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.runtime.work.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sends one lane of one channel. Shares no thread, lock or waiting connection with any other: a
 * provider that stalls holds up nobody else.
 */
final class LaneDispatcher {

  private static final Logger LOG = Logger.getLogger(LaneDispatcher.class);
  private static final Duration IDLE = Duration.ofMillis(500);

  private final ChannelAdapter adapter;
  private final Lane lane;
  private final Dispatching with;
  private final Slots free;
  private final ProviderCall provider;
  private final OutcomeWriter outcomes;
  private final Worker worker;
  private volatile boolean stopping;
  private final TurnSize turnSize;
  private UUID lastRun = SendingRepository.FIRST_RUN;

  LaneDispatcher(ChannelAdapter adapter, Lane lane, Slots slots, Dispatching with) {
    this.adapter = adapter;
    this.lane = lane;
    this.with = with;
    this.free = slots;
    this.provider = new ProviderCall(adapter, with.allowList(), with.lease());
    this.turnSize = new TurnSize(slots.width(), with.longestTurn());
    String name = (adapter.channel() + "-" + lane).toLowerCase(Locale.ROOT);
    this.outcomes = new OutcomeWriter("outcomes-" + name, with.settlement()::write, free);
    this.worker = Worker.start("dispatch-" + name, IDLE, this::turn);
  }

  Channel channel() {
    return adapter.channel();
  }

  Lane lane() {
    return lane;
  }

  void wake() {
    worker.wake();
  }

  /** Starts nothing new. */
  void beginToStop() {
    stopping = true;
  }

  /** What was claimed and not started has gone back to the gate. */
  void endTurn() {
    worker.stop();
  }

  /** Waits, within bounds, until what is under way has come to something and is written. */
  void finish() {
    try {
      if (!free.awaitAllFree(adapter.timeout().plusSeconds(2))) {
        LOG.warnf("%s %s: stopped with hand-offs under way; they become UNKNOWN", channel(), lane);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    outcomes.stop();
  }

  private boolean turn() {
    if (stopping) {
      return false;
    }
    List<Claimed> claimed = with.sending().claim(channel(), lane, lastRun, turnSize.now());
    if (claimed.isEmpty()) {
      return false;
    }
    long began = System.nanoTime();
    lastRun = claimed.getFirst().message().intent().turn();
    send(with.rendering().render(fresh(claimed)));
    turnSize.took(Duration.ofNanos(System.nanoTime() - began));
    return true;
  }

  /**
   * A decision that lay too long in the queue is made again before any work is put in; so is one
   * made before the allow-list was what it is now.
   */
  private List<Claimed> fresh(List<Claimed> claimed) {
    Instant oldest = with.clock().instant().minus(with.decisionAge());
    List<Claimed> fresh = new ArrayList<>();
    List<Message> stale = new ArrayList<>();
    for (Claimed one : claimed) {
      Instant decided = one.message().progress().gatedAt();
      String address = one.message().progress().address();
      boolean allowed = address != null && with.allowList().allows(address);
      if (allowed && decided != null && decided.isAfter(oldest)) {
        fresh.add(one);
      } else {
        stale.add(one.message());
      }
    }
    with.gate().giveBack(stale);
    return fresh;
  }

  /** In groups no larger than what can be under way at once. */
  private void send(List<ReadyToSend> ready) {
    List<Message> back = new ArrayList<>();
    int from = 0;
    while (from < ready.size() && !stopping) {
      int size = free.acquire(ready.size() - from);
      List<ReadyToSend> group = ready.subList(from, from + size);
      from += size;
      back.addAll(start(group));
    }
    ready.subList(from, ready.size()).forEach(it -> back.add(it.message()));
    with.gate().giveBack(back);
  }

  /** Answers those that may not be sent as things are now. */
  private List<Message> start(List<ReadyToSend> group) {
    long asked = System.nanoTime();
    Map<MessageId, Message> started;
    try {
      started = with.sending().start(group, with.clock().instant());
    } catch (RuntimeException e) {
      free.release(group.size());
      throw e;
    }
    free.release(group.size() - started.size());
    List<Message> refused = new ArrayList<>();
    for (ReadyToSend ready : group) {
      Message message = started.get(ready.message().id());
      if (message == null) {
        refused.add(ready.message());
      } else {
        Thread.ofVirtual()
            .name("hand-off-" + message.id())
            .start(() -> handOff(ready, message, asked));
      }
    }
    return refused;
  }

  private void handOff(ReadyToSend ready, Message message, long asked) {
    HandOff answer = provider.make(() -> ready.rendered(message), asked);
    Instant at = with.clock().instant();
    with.meters().handedOff(message, answer);
    outcomes.add(
        new Outcome(
            message.id(),
            message.progress().attempt(),
            channel(),
            requireNonNull(message.progress().address()),
            answer,
            at));
  }
}
