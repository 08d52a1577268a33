package dev.campanile.campaign.run;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Topic;
import dev.campanile.contracts.WireFormat;
import dev.campanile.runtime.database.UuidArray;
import dev.campanile.runtime.outbox.OutgoingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The batches of a run that wait to leave. */
@ApplicationScoped
class BatchRepository {

  /** The first of each bucket, from the one after the last that was served on, round the circle. */
  private static final String NEXT =
      """
      select next.bucket, next.number, next.members
        from generate_series(1, :buckets) as step
       cross join lateral (select bucket, number, members
                             from run_batch
                            where run_id = :run
                              and bucket = mod(:last + step, :buckets)
                              and pumped_at is null
                            order by number
                            limit 1) next
       order by step
       limit :most
      """;

  private static final String TAKE =
      """
      update run_batch b
         set pumped_at = :now, requests = null
        from unnest(:taken, :numbers) as t (bucket, number)
       where b.run_id = :run
         and b.bucket = t.bucket
         and b.number = t.number
      returning b.bucket, old.requests as requests
      """;

  private static final String SKIP =
      """
      update run_message
         set state = 'SKIPPED', reason = :reason, state_at = :now
       where run_id = :run
         and profile_id = any(:profiles)
         and state = 'PENDING'
      """;

  List<PendingBatch> next(Handle handle, RunId run, int lastBucket, int most) {
    return handle
        .createQuery(NEXT)
        .bind("run", run.value())
        .bind("last", lastBucket)
        .bind("buckets", Bucket.COUNT)
        .bind("most", most)
        .map(
            (row, _) ->
                new PendingBatch(
                    row.getInt("bucket"), row.getLong("number"), row.getInt("members")))
        .list();
  }

  /** Takes batches, as records that ask for them. */
  List<OutgoingRecords> take(
      Handle handle, RunId run, List<PendingBatch> batches, Topic lane, Instant now) {
    return takeRaw(handle, run, batches, now).stream()
        .flatMap(
            taken ->
                taken
                    .requests()
                    .map(json -> OutgoingRecords.batch(lane, new Bucket(taken.bucket()), json)))
        .toList();
  }

  /** Skips the messages of batches for good. */
  void skip(Handle handle, RunId run, List<PendingBatch> batches, Reason reason, Instant now) {
    List<UUID> profiles =
        takeRaw(handle, run, batches, now).stream()
            .flatMap(Taken::requests)
            .flatMap(json -> recipients(json).stream())
            .map(recipient -> recipient.profileId().value())
            .toList();
    handle
        .createUpdate(SKIP)
        .bind("run", run.value())
        .bind("reason", reason.name())
        .bind("now", now)
        .bind("profiles", new UuidArray(profiles))
        .execute();
  }

  private static List<Taken> takeRaw(
      Handle handle, RunId run, List<PendingBatch> batches, Instant now) {
    return handle
        .createQuery(TAKE)
        .bind("run", run.value())
        .bind("now", now)
        .bindArray("taken", Integer.class, batches.stream().map(PendingBatch::bucket).toList())
        .bindArray("numbers", Long.class, batches.stream().map(PendingBatch::number).toList())
        .map((row, _) -> Taken.of(row))
        .list();
  }

  private static List<Recipient> recipients(byte[] json) {
    try {
      return WireFormat.read(json, MessageRequests.class).items();
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("what was written can be read", e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Taken(int bucket, byte[][] json) {

    static Taken of(ResultSet row) throws SQLException {
      return new Taken(row.getInt("bucket"), (byte[][]) row.getArray("requests").getArray());
    }

    Stream<byte[]> requests() {
      return Arrays.stream(json);
    }
  }
}
