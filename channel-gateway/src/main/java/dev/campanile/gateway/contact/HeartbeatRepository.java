package dev.campanile.gateway.contact;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.BucketHeartbeat;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.Handle;

/** When profile-service was last heard of, by bucket. */
@ApplicationScoped
public class HeartbeatRepository {

  private static final String STORE =
      """
      insert into bucket_heartbeat as h (bucket, at)
      select bucket, cast(at as timestamptz) from unnest(:buckets, :ats) as n(bucket, at)
      on conflict (bucket) do update set at = excluded.at where h.at < excluded.at
      """;

  private static final String LAST =
      "select bucket, at from bucket_heartbeat where bucket = any(:buckets)";

  void store(Handle handle, List<BucketHeartbeat> beats) {
    if (beats.isEmpty()) {
      return;
    }
    Map<Integer, Instant> latest = new TreeMap<>();
    beats.forEach(
        beat ->
            latest.merge(
                beat.bucket().value(), beat.at(), BinaryOperator.maxBy(Comparator.naturalOrder())));
    var insert = handle.createUpdate(STORE);
    Columns.of(latest.entrySet(), insert)
        .ints("buckets", Map.Entry::getKey)
        .instants("ats", Map.Entry::getValue);
    insert.execute();
  }

  /** Buckets never heard of are absent. */
  public static Question<BucketHeartbeat> last(Collection<Bucket> buckets) {
    return new Question<>(
        LAST,
        query ->
            query.bindArray("buckets", Integer.class, buckets.stream().map(Bucket::value).toList()),
        row ->
            new BucketHeartbeat(
                new Bucket(row.getInt("bucket")), row.getTimestamp("at").toInstant()));
  }
}
