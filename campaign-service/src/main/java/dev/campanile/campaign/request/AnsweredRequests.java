package dev.campanile.campaign.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.WireFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Answers of requests that send, by the name their caller gave: the same request again is answered
 * the same. A refusal is not kept: it sends nothing, and asking again after mending must not replay
 * it.
 */
@ApplicationScoped
public class AnsweredRequests {

  private static final Duration KEPT = Duration.ofDays(7);

  private static final String FIND =
      """
      select request_hash, answer
        from answered_request
       where route = :route and caller = :caller and key = :key and created_at > :since
      """;

  /** Takes what is too old to be replayed; whoever comes second waits, and then gets nothing. */
  private static final String ADD =
      """
      insert into answered_request as a (route, caller, key, request_hash, answer, created_at)
      values (:route, :caller, :key, :hash, cast(:answer as jsonb), :now)
      on conflict (route, caller, key) do update
         set request_hash = excluded.request_hash, answer = excluded.answer,
             created_at = excluded.created_at
       where a.created_at <= :since
      """;

  private static final String FORGET = "delete from answered_request where created_at <= :since";

  /** Throws a problem when the name was used for another request. */
  public <T> Optional<T> find(Handle handle, NamedRequest request, Class<T> answer) {
    return handle
        .createQuery(FIND)
        .bind("route", request.route())
        .bind("caller", request.caller())
        .bind("key", request.key())
        .bind("since", request.at().minus(KEPT))
        .map(
            (row, _) -> {
              if (!row.getString("request_hash").equals(request.hash())) {
                throw IdempotencyKey.reused("something else");
              }
              return read(row.getString("answer"), answer);
            })
        .findOne();
  }

  /** Answers false when somebody else asked by the same name meanwhile. */
  public boolean add(Handle handle, NamedRequest request, Object answer) {
    Instant since = request.at().minus(KEPT);
    handle.createUpdate(FORGET).bind("since", since).execute();
    return handle
            .createUpdate(ADD)
            .bind("route", request.route())
            .bind("caller", request.caller())
            .bind("key", request.key())
            .bind("hash", request.hash())
            .bind("answer", new String(WireFormat.write(answer), UTF_8))
            .bind("now", request.at())
            .bind("since", since)
            .execute()
        == 1;
  }

  private static <T> T read(String answer, Class<T> type) {
    try {
      return WireFormat.read(answer.getBytes(UTF_8), type);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("what was answered can be read", e);
    }
  }

  /** A request, by the name its caller gave it. */
  public record NamedRequest(String route, String caller, String key, String hash, Instant at) {}
}
