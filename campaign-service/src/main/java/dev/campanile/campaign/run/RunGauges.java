package dev.campanile.campaign.run;

import dev.campanile.runtime.metrics.SampledGauges;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/** Whether runs come forward, and what the gateway owes them. */
@ApplicationScoped
class RunGauges {

  private static final String AGE =
      """
      select coalesce(extract(epoch from cast(:now as timestamptz) - min(launched_at)), 0)
        from run
       where pumped_at is null and control <> 'PAUSED'
      """;

  /** What is missing a week after a run's messages expired is looked for in its report. */
  private static final String UNANSWERED =
      """
      select coalesce(sum(r.requested - coalesce(a.answered, 0)), 0)
        from run r
        left join lateral (select sum(answered) as answered
                             from run_answer
                            where run_id = r.id) a on true
       where r.expires_at > cast(:now as timestamptz) - interval '7 days'
      """;

  private final InstantSource time;

  RunGauges(InstantSource time) {
    this.time = time;
  }

  void start(@Observes StartupEvent event, SampledGauges gauges) {
    gauges.add(
        "campanile.runs.oldest.seconds",
        "How long ago the oldest run was launched that has not asked for all its messages",
        handle -> one(handle, AGE));
    gauges.add(
        "campanile.runs.unanswered",
        "Messages the gateway was asked for, and has not said anything of",
        this::unanswered);
  }

  double unanswered(Handle handle) {
    return one(handle, UNANSWERED);
  }

  private double one(Handle handle, String query) {
    return handle.createQuery(query).bind("now", time.instant()).mapTo(Double.class).one();
  }
}
