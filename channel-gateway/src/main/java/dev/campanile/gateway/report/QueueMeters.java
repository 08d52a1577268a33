package dev.campanile.gateway.report;

import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.work.Worker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What waits in the ledger, as gauges. */
@ApplicationScoped
class QueueMeters {

  private static final Duration BETWEEN = Duration.ofSeconds(15);

  private static final String WAITING =
      """
      select (select count(*) from message where state = 'RESERVED') as reserved,
             (select count(*) from message where state = 'SENDING') as sending,
             (select count(*) from message where state = 'UNKNOWN') as unknown,
             (select coalesce(greatest(0, extract(epoch from cast(:now as timestamptz) - min(o.due_at))), 0)
                from generate_series(0, 63) as b(bucket)
               cross join lateral (select due_at from message
                                    where state = 'DEFERRED' and bucket = b.bucket
                                    order by due_at limit 1) o) as overdue_seconds
      """;

  private final Database database;
  private final InstantSource clock;
  private volatile Waiting last = new Waiting(0, 0, 0, 0);
  private @Nullable Worker worker;

  QueueMeters(Database database, InstantSource clock, MeterRegistry registry) {
    this.database = database;
    this.clock = clock;
    gauge(registry, "campanile.messages.reserved", Waiting::reserved);
    gauge(registry, "campanile.messages.sending", Waiting::sending);
    gauge(registry, "campanile.messages.unknown", Waiting::unknown);
    gauge(registry, "campanile.messages.overdue.seconds", Waiting::overdueSeconds);
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("queue-meters", BETWEEN, this::read);
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) {
    if (worker != null) {
      worker.stop();
    }
  }

  private boolean read() {
    last =
        database.read(
            handle ->
                handle
                    .createQuery(WAITING)
                    .bind("now", clock.instant())
                    .map(
                        (row, _) ->
                            new Waiting(
                                row.getDouble("reserved"),
                                row.getDouble("sending"),
                                row.getDouble("unknown"),
                                row.getDouble("overdue_seconds")))
                    .one());
    return false;
  }

  private void gauge(MeterRegistry registry, String name, ToDoubleFunction<Waiting> value) {
    Gauge.builder(name, this, it -> value.applyAsDouble(it.last))
        .strongReference(true)
        .register(registry);
  }

  /**
   * @param overdueSeconds how long the oldest deferred message has been due
   */
  private record Waiting(double reserved, double sending, double unknown, double overdueSeconds) {}
}
