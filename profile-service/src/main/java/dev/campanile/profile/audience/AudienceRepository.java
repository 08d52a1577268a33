package dev.campanile.profile.audience;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.AudienceRequested;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The audiences asked for, and how far each bucket's stream has come. */
@ApplicationScoped
class AudienceRepository {

  private static final String REQUEST =
      """
      insert into audience_run (run_id, segment, rule, fields, failure, requested_at)
      values (:run, :segment, cast(:rule as jsonb), :fields, :failure, :now)
      on conflict (run_id) do nothing
      """;

  private static final String OPEN_BUCKETS =
      """
      insert into audience_bucket (run_id, bucket, state)
      select :run, bucket, 'WAITING' from generate_series(0, 63) as bucket
      """;

  private static final String CLAIM =
      """
      update audience_bucket b
         set lease_epoch = b.lease_epoch + 1,
             leased_until = now() + make_interval(secs => :seconds)
        from (select run_id, bucket
                from audience_bucket
               where state <> 'COMPLETED' and leased_until <= now()
               order by run_id, bucket
               limit 1
                 for update skip locked) free
        join audience_run r on r.run_id = free.run_id
       where b.run_id = free.run_id and b.bucket = free.bucket
      returning b.run_id, b.bucket, b.state, b.pages, b.next_page, b.members, b.lease_epoch, r.rule,
                r.fields
      """;

  /** Every write names the lease: a replica that lost it changes nothing. */
  private static final String ADVANCE =
      """
      update audience_bucket
         set state = :state,
             pages = :pages,
             next_page = :nextPage,
             members = :members,
             leased_until = case when :release then '-infinity'
                                 else now() + make_interval(secs => :seconds) end
       where run_id = :run and bucket = :bucket and lease_epoch = :epoch
      """;

  /** Whether the request is new. */
  boolean request(Handle handle, AudienceRequested request, @Nullable String rule, Instant now) {
    int added =
        handle
            .createUpdate(REQUEST)
            .bind("run", request.runId().value())
            .bind("segment", request.segment())
            .bind("rule", rule)
            .bindArray("fields", String.class, request.fields())
            .bind("failure", rule == null ? "unknown segment" : null)
            .bind("now", now)
            .execute();
    if (added == 0) {
      return false;
    }
    handle.createUpdate(OPEN_BUCKETS).bind("run", request.runId().value()).execute();
    return true;
  }

  /** A bucket nobody else streams, for as long as the lease. */
  Optional<BucketStream> claim(Handle handle, Duration lease) {
    return handle
        .createQuery(CLAIM)
        .bind("seconds", lease.toSeconds())
        .map((row, _) -> stream(row))
        .findOne();
  }

  /**
   * Records how far the stream has come.
   *
   * @throws IllegalStateException when the lease is lost, which undoes the transaction
   */
  void advance(Handle handle, BucketStream stream, boolean release, Duration lease) {
    int advanced =
        handle
            .createUpdate(ADVANCE)
            .bind("state", stream.state())
            .bind("pages", stream.pages())
            .bind("nextPage", stream.nextPage())
            .bind("members", stream.members())
            .bind("release", release)
            .bind("seconds", lease.toSeconds())
            .bind("run", stream.run().value())
            .bind("bucket", stream.bucket().value())
            .bind("epoch", stream.epoch())
            .execute();
    if (advanced == 0) {
      throw new IllegalStateException("another replica streams " + stream.bucket() + " now");
    }
  }

  private static BucketStream stream(ResultSet row) throws SQLException {
    return new BucketStream(
        new RunId(row.getObject("run_id", UUID.class)),
        new Bucket(row.getInt("bucket")),
        BucketStream.State.valueOf(row.getString("state")),
        row.getInt("pages"),
        row.getInt("next_page"),
        row.getInt("members"),
        row.getLong("lease_epoch"),
        row.getString("rule"),
        List.of((String[]) requireNonNull(row.getArray("fields")).getArray()));
  }
}
