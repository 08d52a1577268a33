package dev.campanile.runtime.metrics;

import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.work.Worker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Gauges that are read from the database every few seconds, whoever scrapes and how often. While
 * the database is away they are not a number: an old one would look like a good one.
 */
@ApplicationScoped
public class SampledGauges {

  private static final Logger LOG = Logger.getLogger(SampledGauges.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Database database;
  private final MeterRegistry meters;
  private final List<Sample> samples = new CopyOnWriteArrayList<>();
  private @Nullable Worker worker;

  SampledGauges(Database database, MeterRegistry meters) {
    this.database = database;
    this.meters = meters;
  }

  /**
   * @param name such as {@code campanile.outbox.rows}
   * @param query one cheap statement
   */
  public void add(String name, String description, ToDoubleFunction<Handle> query) {
    Sample sample = new Sample(name, query);
    samples.add(sample);
    Gauge.builder(name, sample, one -> one.value).description(description).register(meters);
  }

  void start(@Observes StartupEvent event) {
    worker =
        Worker.start(
            "gauges",
            EVERY,
            () -> {
              samples.forEach(this::read);
              return false;
            });
  }

  void stop(@Observes ShutdownEvent event) {
    if (worker != null) {
      worker.stop();
    }
  }

  private void read(Sample sample) {
    try {
      sample.value = database.<Double>read(handle -> sample.query.applyAsDouble(handle));
    } catch (RuntimeException e) {
      sample.value = Double.NaN;
      LOG.debugf(e, "%s cannot be read", sample.name);
    }
  }

  private static final class Sample {
    private final String name;
    private final ToDoubleFunction<Handle> query;
    private volatile double value = Double.NaN;

    private Sample(String name, ToDoubleFunction<Handle> query) {
      this.name = name;
      this.query = query;
    }
  }
}
