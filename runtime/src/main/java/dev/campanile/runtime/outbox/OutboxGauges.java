package dev.campanile.runtime.outbox;

import dev.campanile.runtime.metrics.SampledGauges;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jdbi.v3.core.Handle;

/** How much waits to leave, and for how long. */
@ApplicationScoped
class OutboxGauges {

  /** A backlog of more is counted no further: it is long enough. */
  private static final String ROWS =
      """
      select count(*)
        from (select 1 from outbox union all select 1 from outbox_unordered limit 100000) as waiting
      """;

  /** The first row of each bucket is its oldest; the key finds it whatever the backlog. */
  private static final String AGE =
      """
      select coalesce(extract(epoch from clock_timestamp() - min(head.created_at)), 0)
        from (select first.created_at
                from outbox_bucket b
               cross join lateral (select created_at
                                     from outbox o
                                    where o.bucket = b.bucket
                                    order by seq
                                    limit 1) first
               union all
              (select created_at from outbox_unordered order by id limit 1)) head
      """;

  void start(@Observes StartupEvent event, SampledGauges gauges) {
    gauges.add(
        "campanile.outbox.rows", "Batches that wait to be published", handle -> one(handle, ROWS));
    gauges.add(
        "campanile.outbox.age.seconds",
        "How long the oldest batch has waited to be published",
        handle -> one(handle, AGE));
  }

  private static double one(Handle handle, String query) {
    return handle.createQuery(query).mapTo(Double.class).one();
  }
}
