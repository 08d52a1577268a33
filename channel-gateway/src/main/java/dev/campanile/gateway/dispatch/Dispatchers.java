package dev.campanile.gateway.dispatch;

import dev.campanile.contracts.Lane;
import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.ledger.Reserved;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A dispatcher for each lane of each channel that has an adapter. */
@ApplicationScoped
class Dispatchers {

  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final List<ChannelAdapter> adapters;
  private final Dispatching dispatching;
  private final List<LaneDispatcher> dispatchers = new ArrayList<>();

  Dispatchers(@All List<ChannelAdapter> adapters, Dispatching dispatching) {
    this.adapters = adapters;
    this.dispatching = dispatching;
  }

  void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
    adapters.forEach(this::checkLease);
    for (ChannelAdapter adapter : adapters) {
      int concurrency = adapter.concurrency();
      Slots urgent = Slots.of(concurrency);
      Slots triggered = urgent.fewer(concurrency * 3 / 4);
      Slots bulk = triggered.fewer(concurrency * 5 / 8);
      for (Lane lane : Lane.values()) {
        Slots slots =
            switch (lane) {
              case URGENT -> urgent;
              case TRIGGERED -> triggered;
              case BULK -> bulk;
            };
        dispatchers.add(new LaneDispatcher(adapter, lane, slots, dispatching));
      }
    }
  }

  /** What somebody waits for is sent by who stored it, without a look at what else there is. */
  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) Reserved reserved) {
    for (Reserved.One one : reserved.reservations()) {
      for (LaneDispatcher dispatcher : dispatchers) {
        if (dispatcher.channel() == one.channel() && dispatcher.lane() == one.lane()) {
          if (reserved.atHand() && one.lane() == Lane.URGENT) {
            dispatcher.offer(one.id());
          } else {
            dispatcher.wake();
          }
        }
      }
    }
  }

  /** Stops all claiming first, then waits for what is under way. */
  void stop(@Observes @Priority(20) ShutdownEvent event) {
    dispatchers.forEach(LaneDispatcher::beginToStop);
    dispatchers.forEach(LaneDispatcher::endTurn);
    dispatchers.forEach(LaneDispatcher::finish);
  }

  private void checkLease(ChannelAdapter adapter) {
    if (dispatching.lease().minus(adapter.timeout()).compareTo(MARGIN) < 0) {
      throw new IllegalStateException(
          "Set CAMPANILE_LEASE to at least %s: a hand-off by %s may take %s."
              .formatted(adapter.timeout().plus(MARGIN), adapter.channel(), adapter.timeout()));
    }
  }
}
