package dev.campanile.profile.imports;

import dev.campanile.runtime.metrics.SampledGauges;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;

/** How long the oldest file waits. */
@ApplicationScoped
class ImportGauge {

  private static final String AGE =
      """
      select coalesce(extract(epoch from cast(:now as timestamptz) - min(created_at)), 0)
        from import_job
       where state = 'RUNNING'
      """;

  void start(@Observes StartupEvent event, SampledGauges gauges, InstantSource clock) {
    gauges.add(
        "campanile.imports.oldest.seconds",
        "How long ago the oldest import that is not done was uploaded",
        handle -> handle.createQuery(AGE).bind("now", clock.instant()).mapTo(Double.class).one());
  }
}
