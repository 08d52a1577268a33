package dev.campanile.profile.audience;

import dev.campanile.runtime.metrics.SampledGauges;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;

/** How long the oldest audience waits. */
@ApplicationScoped
class AudienceGauge {

  private static final String AGE =
      """
      select coalesce(extract(epoch from cast(:now as timestamptz) - min(r.requested_at)), 0)
        from audience_bucket b
        join audience_run r on r.run_id = b.run_id
       where b.state <> 'COMPLETED'
      """;

  void start(@Observes StartupEvent event, SampledGauges gauges, InstantSource clock) {
    gauges.add(
        "campanile.audiences.oldest.seconds",
        "How long ago the oldest audience that is not complete was asked for",
        handle -> handle.createQuery(AGE).bind("now", clock.instant()).mapTo(Double.class).one());
  }
}
