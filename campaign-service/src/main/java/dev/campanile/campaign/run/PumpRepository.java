package dev.campanile.campaign.run;

import dev.campanile.campaign.sending.SendingState;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunId;
import dev.campanile.runtime.trace.Hops;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The runs that the pump serves, and how far each has come. */
@ApplicationScoped
class PumpRepository {

  private static final String ACTIVE = "select id from run where pumped_at is null order by id";

  /**
   * One replica pumps a run at a time, or two would overfill the gateway together. The audience
   * that comes in refers to the run, and need not wait.
   */
  private static final String LOCK =
      """
      select r.category, r.pumped_bucket, r.control, r.cancel_reason, r.traceparent, s.state as sending,
             r.messages_per_second, r.paced_until,
             r.requested - coalesce((select sum(a.answered)
                                       from run_answer a
                                      where a.run_id = r.id), 0) as unanswered
        from run r, sending s
       where r.id = :run
         and r.pumped_at is null
         for no key update of r skip locked
      """;

  private static final String REQUESTED =
      """
      update run
         set pumped_bucket = :bucket, requested = requested + :messages, paced_until = :pacedUntil
       where id = :run
      """;

  /**
   * All buckets are in, each with as many members as it says; none is pending, or we were not here.
   */
  private static final String END_IF_COMPLETE =
      """
      update run
         set pumped_at = :now
       where id = :run
         and (select count(*) from run_bucket b where b.run_id = :run) = :buckets
         and (select sum(b.members) from run_bucket b where b.run_id = :run)
             = (select coalesce(sum(m.members), 0) from run_batch m where m.run_id = :run)
         and not exists (select 1
                           from run_batch m
                          where m.run_id = :run
                            and m.pumped_at is null)
      """;

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

  /**
   * Remembers where to go on, and how many more the gateway has to answer.
   *
   * @param lastBucket the last one that was served
   * @param pacedUntil until when they last at the run's speed, if it has one
   */
  void requested(
      Handle handle, RunId run, int lastBucket, int messages, @Nullable Instant pacedUntil) {
    handle
        .createUpdate(REQUESTED)
        .bind("run", run.value())
        .bind("bucket", lastBucket)
        .bind("messages", messages)
        .bind("pacedUntil", pacedUntil)
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
    Timestamp pacedUntil = row.getTimestamp("paced_until");
    String traceparent = row.getString("traceparent");
    return new PumpTurn(
        Category.valueOf(row.getString("category")),
        row.getInt("pumped_bucket"),
        row.getLong("unanswered"),
        RunControl.State.valueOf(row.getString("control")),
        cancelReason == null ? null : Reason.valueOf(cancelReason),
        SendingState.valueOf(row.getString("sending")),
        row.getObject("messages_per_second", Integer.class),
        pacedUntil == null ? null : pacedUntil.toInstant(),
        traceparent == null ? Map.of() : Map.of(Hops.TRACEPARENT, traceparent));
  }
}
