package dev.campanile.campaign.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.campaign.sending.SendingState;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows that the pump moves from pending to requested. */
@ApplicationScoped
class PumpRepository {

  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  /** What a recipient takes besides its data: two ids, a version and the names of its fields. */
  static final int RECIPIENT_BYTES = 160;

  private static final String ACTIVE = "select id from run where pumped_at is null order by id";

  /**
   * One replica pumps a run at a time, or two would overfill the gateway together. The audience
   * that comes in refers to the run, and need not wait.
   */
  private static final String LOCK =
      """
      select r.pumped_bucket, r.control, r.cancel_reason, s.state as sending
        from run r, sending s
       where r.id = :run
         and r.pumped_at is null
         for no key update of r skip locked
      """;

  private static final String NEXT_BUCKET =
      """
      select bucket
        from run_message
       where run_id = :run
         and state = 'PENDING'
         and bucket > :after
       order by bucket
       limit 1
      """;

  private static final String UNANSWERED =
      "select count(*) from run_message where run_id = :run and state = 'REQUESTED'";

  private static final String PENDING =
      """
      select profile_id, message_id, card_version, data
        from run_message
       where run_id = :run
         and bucket = :bucket
         and state = 'PENDING'
       order by profile_id
       limit :limit
      """;

  private static final String REQUESTED =
      """
      update run_message
         set state = 'REQUESTED', state_at = :now, data = null
       where run_id = :run
         and profile_id = any(:profiles)
      """;

  private static final String SKIP =
      """
      update run_message m
         set state = 'SKIPPED', reason = :reason, state_at = :now, data = null
        from (select profile_id
                from run_message
               where run_id = :run
                 and state = 'PENDING'
               limit :limit) pending
       where m.run_id = :run
         and m.profile_id = pending.profile_id
         and m.state = 'PENDING'
      """;

  private static final String REMEMBER_BUCKET =
      "update run set pumped_bucket = :bucket where id = :run";

  /**
   * All buckets are in, each with as many rows as it says; none is pending, or we were not here.
   */
  private static final String END_IF_COMPLETE =
      """
      update run
         set pumped_at = :now
       where id = :run
         and (select count(*) from run_bucket b where b.run_id = :run) = :buckets
         and (select sum(b.members) from run_bucket b where b.run_id = :run)
             = (select count(*) from run_message m where m.run_id = :run)
         and not exists (select 1 from run_message m where m.run_id = :run and m.state = 'PENDING')
      """;

  private final ObjectMapper json;

  PumpRepository(ObjectMapper json) {
    this.json = json;
  }

  List<RunId> active(Handle handle) {
    return handle.createQuery(ACTIVE).mapTo(UUID.class).map(RunId::new).list();
  }

  /** Null when another replica pumps the run. */
  @Nullable PumpTurn lock(Handle handle, RunId run) {
    return handle
        .createQuery(LOCK)
        .bind("run", run.value())
        .map((row, _) -> turnOf(row))
        .findOne()
        .orElse(null);
  }

  /** The next bucket, round the circle, that has pending messages. */
  @Nullable Integer nextBucket(Handle handle, RunId run, int last) {
    Integer next = firstAfter(handle, run, last);
    return next == null ? firstAfter(handle, run, -1) : next;
  }

  private static @Nullable Integer firstAfter(Handle handle, RunId run, int bucket) {
    return handle
        .createQuery(NEXT_BUCKET)
        .bind("run", run.value())
        .bind("after", bucket)
        .mapTo(Integer.class)
        .findOne()
        .orElse(null);
  }

  int unanswered(Handle handle, RunId run) {
    return handle.createQuery(UNANSWERED).bind("run", run.value()).mapTo(Integer.class).one();
  }

  List<PendingMessage> pending(Handle handle, RunId run, int bucket, int limit) {
    return handle
        .createQuery(PENDING)
        .bind("run", run.value())
        .bind("bucket", bucket)
        .bind("limit", limit)
        .map((row, _) -> messageOf(row))
        .list();
  }

  void requested(Handle handle, RunId run, int bucket, MessageRequests requests, Instant now) {
    handle
        .createUpdate(REQUESTED)
        .bind("run", run.value())
        .bind("now", now)
        .bindArray(
            "profiles",
            UUID.class,
            requests.items().stream().map(item -> item.profileId().value()).toList())
        .execute();
    handle.createUpdate(REMEMBER_BUCKET).bind("run", run.value()).bind("bucket", bucket).execute();
  }

  /** Skips up to {@code limit} pending messages for good; answers how many there were. */
  int skip(Handle handle, RunId run, Reason reason, int limit, Instant now) {
    return handle
        .createUpdate(SKIP)
        .bind("run", run.value())
        .bind("reason", reason.name())
        .bind("limit", limit)
        .bind("now", now)
        .execute();
  }

  void endIfComplete(Handle handle, RunId run, Instant now) {
    handle
        .createUpdate(END_IF_COMPLETE)
        .bind("run", run.value())
        .bind("now", now)
        .bind("buckets", Bucket.COUNT)
        .execute();
  }

  private static PumpTurn turnOf(ResultSet row) throws SQLException {
    String cancelReason = row.getString("cancel_reason");
    return new PumpTurn(
        row.getInt("pumped_bucket"),
        RunControl.State.valueOf(row.getString("control")),
        cancelReason == null ? null : Reason.valueOf(cancelReason),
        SendingState.valueOf(row.getString("sending")));
  }

  private PendingMessage messageOf(ResultSet row) throws SQLException {
    String data = row.getString("data");
    return new PendingMessage(
        new Recipient(
            new MessageId(row.getObject("message_id", UUID.class)),
            new ProfileId(row.getObject("profile_id", UUID.class)),
            row.getLong("card_version"),
            data == null ? Map.of() : fieldsOf(data)),
        RECIPIENT_BYTES + (data == null ? 0 : data.getBytes(UTF_8).length));
  }

  private Map<String, Object> fieldsOf(String data) {
    try {
      return json.readValue(data, FIELDS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database keeps JSON", e);
    }
  }
}
