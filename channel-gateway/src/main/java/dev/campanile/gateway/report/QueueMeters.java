package dev.campanile.gateway.report;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.runtime.work.Worker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What waits in the ledger and for how long, as gauges; the same on every replica. */
@ApplicationScoped
class QueueMeters {

  private static final Duration BETWEEN = Duration.ofSeconds(15);

  private final WaitingRepository repository;
  private volatile Waiting last = Waiting.NOTHING;
  private @Nullable Worker worker;

  QueueMeters(WaitingRepository repository, MeterRegistry registry) {
    this.repository = repository;
    for (Channel channel : Channel.values()) {
      for (Lane lane : Lane.values()) {
        var queue = new Waiting.Queue(channel, lane);
        gauge(registry, "campanile.messages.reserved", queue, it -> it.reserved(queue));
        gauge(registry, "campanile.messages.sending", queue, it -> it.sending(queue));
      }
    }
    gauge(registry, "campanile.messages.reserved.oldest.seconds", Waiting::oldestReserved);
    gauge(registry, "campanile.messages.overdue.seconds", Waiting::overdue);
    gauge(registry, "campanile.messages.unknown", Waiting::unknown);
    gauge(registry, "campanile.messages.unknown.oldest.seconds", Waiting::oldestUnknown);
    gauge(registry, "campanile.messages.unreconciled", Waiting::unreconciled);
    gauge(registry, "campanile.controls.unsettled", Waiting::unsettledControls);
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("queue-meters", BETWEEN, this::read);
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) {
    if (worker != null) {
      worker.stop();
    }
  }

  boolean read() {
    last = repository.now();
    return false;
  }

  private void gauge(
      MeterRegistry registry, String name, Waiting.Queue queue, ToDoubleFunction<Waiting> value) {
    Gauge.builder(name, this, it -> value.applyAsDouble(it.last))
        .tag("channel", queue.channel().name())
        .tag("lane", queue.lane().name())
        .strongReference(true)
        .register(registry);
  }

  private void gauge(MeterRegistry registry, String name, ToDoubleFunction<Waiting> value) {
    Gauge.builder(name, this, it -> value.applyAsDouble(it.last))
        .strongReference(true)
        .register(registry);
  }
}
