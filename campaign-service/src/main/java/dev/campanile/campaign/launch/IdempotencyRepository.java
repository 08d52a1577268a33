package dev.campanile.campaign.launch;

import dev.campanile.contracts.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The launches that were answered, by the key their caller gave. A refusal is not kept: it sends
 * nothing, and asking again after mending its cause must not replay it.
 */
@ApplicationScoped
class IdempotencyRepository {

  private static final Duration KEPT = Duration.ofDays(7);

  private static final String FIND =
      """
      select request_hash, run_id
        from idempotency_key
       where route = :route
         and key = :key
         and created_at > :since
      """;

  /** A key that is too old to be replayed may be used again. */
  private static final String ADD =
      """
      insert into idempotency_key (route, key, request_hash, run_id, created_at)
      values (:route, :key, :hash, :run, :now)
      on conflict (route, key) do update
         set request_hash = excluded.request_hash, run_id = excluded.run_id,
             created_at = excluded.created_at
      """;

  private static final String FORGET = "delete from idempotency_key where created_at <= :since";

  Optional<Answered> find(Handle handle, String route, String key, Instant now) {
    return handle
        .createQuery(FIND)
        .bind("route", route)
        .bind("key", key)
        .bind("since", now.minus(KEPT))
        .map(
            (row, _) ->
                new Answered(
                    row.getString("request_hash"), new RunId(row.getObject("run_id", UUID.class))))
        .findOne();
  }

  void add(Handle handle, String route, String key, Answered answered, Instant now) {
    handle.createUpdate(FORGET).bind("since", now.minus(KEPT)).execute();
    handle
        .createUpdate(ADD)
        .bind("route", route)
        .bind("key", key)
        .bind("hash", answered.requestHash())
        .bind("run", answered.run().value())
        .bind("now", now)
        .execute();
  }

  /** What was asked, and which run it made. */
  record Answered(String requestHash, RunId run) {}
}
