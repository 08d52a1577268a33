package dev.campanile.gateway.dispatch;

import static java.util.stream.Collectors.toSet;

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
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;

/**
 * Sends one lane of one channel. Shares no thread, lock or waiting connection with any other: a
 * provider that stalls holds up nobody else.
 */
final class LaneDispatcher {

  private static final Logger LOG = Logger.getLogger(LaneDispatcher.class);
  private static final Duration IDLE = Duration.ofMillis(500);

  /** While what was stored here goes out, what was stored elsewhere is looked for as often. */
  private static final Duration LOOK = Duration.ofMillis(250);

  /** Messages that are worth a turn without a rest before it. */
  private static final int MANY = 64;

  private final ChannelAdapter adapter;
  private final Lane lane;
  private final Dispatching with;
  private final Slots free;
  private final ProviderCall provider;
  private final OutcomeWriter outcomes;
  private final Worker worker;
  private volatile boolean stopping;
  private final CallSize callSize;
  private UUID lastTurn = LeaseRepository.FIRST_TURN;

  /** Reservations that were made here and that nobody has claimed, as far as we know. */
  private final Queue<UUID> offered = new ConcurrentLinkedQueue<>();

  private long lookAt = System.nanoTime();

  /** Leases of which all is settled, which the next claim ends. */
  private final Queue<Lease> over = new ConcurrentLinkedQueue<>();

  LaneDispatcher(ChannelAdapter adapter, Lane lane, Slots slots, Dispatching with) {
    this.adapter = adapter;
    this.lane = lane;
    this.with = with;
    this.free = slots;
    this.provider = new ProviderCall(adapter, with.allowList(), with.lease());
    this.callSize = new CallSize(adapter.batch());
    String name = (adapter.channel() + "-" + lane).toLowerCase(Locale.ROOT);
    this.outcomes = new OutcomeWriter("outcomes-" + name, this::settle, free);
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

  /** A reservation that was made and committed here. */
  void offer(UUID reservation) {
    offered.add(reservation);
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
    List<Claimed> ours = with.leases().untaken(offered, turnSize());
    dispatch(ours);
    if (!offered.isEmpty()) {
      worker.wake();
    }
    if (!ours.isEmpty() && System.nanoTime() - lookAt < 0) {
      worker.wakeIn(LOOK);
      return ours.size() >= MANY;
    }
    return claim();
  }

  private boolean claim() {
    lookAt = System.nanoTime() + LOOK.toNanos();
    LeaseRepository.Turn turn =
        with.leases().claim(channel(), lane, drain(over), lastTurn, turnSize());
    over.addAll(turn.nothingLeft());
    List<Claimed> claimed = turn.messages();
    if (!claimed.isEmpty()) {
      lastTurn = claimed.getFirst().message().intent().turn();
      dispatch(claimed);
    }
    if (turn.more()) {
      worker.wake();
    }
    return turn.more() && claimed.size() >= MANY;
  }

  private void dispatch(List<Claimed> claimed) {
    if (!claimed.isEmpty()) {
      List<ReadyToSend> ready = with.rendering().render(fresh(claimed));
      settledWithoutHandOff(claimed, ready);
      send(ready);
    }
  }

  private static List<Lease> drain(Queue<Lease> over) {
    List<Lease> drained = new ArrayList<>();
    for (Lease one = over.poll(); one != null; one = over.poll()) {
      drained.add(one);
    }
    return drained;
  }

  /** What fills all slots once: more would wait under a lease that ends. */
  private int turnSize() {
    return Math.min(with.longestTurn(), free.width() * callSize.now());
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

  private void settledWithoutHandOff(List<Claimed> claimed, List<ReadyToSend> ready) {
    if (claimed.size() > ready.size()) {
      Set<MessageId> going = ready.stream().map(it -> it.message().id()).collect(toSet());
      settled(
          claimed.stream()
              .filter(it -> !going.contains(it.message().id()))
              .map(Claimed::lease)
              .toList());
    }
  }

  /** In groups no larger than what can be under way at once. */
  private void send(List<ReadyToSend> ready) {
    List<ReadyToSend> back = new ArrayList<>();
    int from = 0;
    while (from < ready.size() && !stopping) {
      int left = ready.size() - from;
      int slots = free.acquire(left);
      int each = callSize.now();
      List<ReadyToSend> group = ready.subList(from, from + Math.min(left, slots * each));
      from += group.size();
      back.addAll(start(group, slots, each));
    }
    back.addAll(ready.subList(from, ready.size()));
    with.gate().giveBack(back.stream().map(ReadyToSend::message).toList());
    settled(back.stream().map(ReadyToSend::lease).toList());
  }

  /** Answers those that may not be sent as things are now. */
  private List<ReadyToSend> start(List<ReadyToSend> group, int slots, int each) {
    long leased = System.nanoTime();
    Map<MessageId, Message> started;
    try {
      started = with.sending().start(group, with.clock().instant());
    } catch (RuntimeException e) {
      free.release(slots);
      throw e;
    }
    List<ReadyToSend> refused = new ArrayList<>();
    List<Started> going = new ArrayList<>();
    for (ReadyToSend ready : group) {
      Message message = started.get(ready.message().id());
      if (message == null) {
        refused.add(ready);
      } else {
        going.add(new Started(ready, message));
      }
    }
    List<List<Started>> calls = Calls.spread(going, slots, each);
    free.release(slots - calls.size());
    calls.forEach(
        call ->
            Thread.ofVirtual()
                .name("hand-off-" + call.getFirst().message().id())
                .start(() -> handOff(call, leased)));
    return refused;
  }

  private void handOff(List<Started> call, long leased) {
    long began = System.nanoTime();
    List<HandOff> answers = provider.make(call.stream().map(Started::rendering).toList(), leased);
    callSize.took(call.size(), Duration.ofNanos(System.nanoTime() - began));
    Instant at = with.clock().instant();
    List<Outcome> all = new ArrayList<>(call.size());
    for (int i = 0; i < call.size(); i++) {
      Started one = call.get(i);
      with.meters().handedOff(one.message(), answers.get(i));
      all.add(new Outcome(one.message(), one.ready().lease(), answers.get(i), at));
    }
    outcomes.add(all);
  }

  private void settle(List<Outcome> all) {
    with.settlement().write(all);
    settled(all.stream().map(Outcome::lease).toList());
  }

  private void settled(List<Lease> ofEachMessage) {
    ofEachMessage.stream().filter(Lease::settledOne).forEach(over::add);
  }
}
