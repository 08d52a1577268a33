package dev.campanile.runtime.outbox;

import dev.campanile.contracts.Bucket;
import dev.campanile.runtime.database.ByteaArray;
import dev.campanile.runtime.trace.Hops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The only way out of a service. What is added leaves if, and only if, the transaction commits; one
 * bucket's records leave in the order of their transactions.
 */
@ApplicationScoped
public class Outbox {

  /** Buckets are locked in ascending order, everywhere; the lock is what orders {@code seq}. */
  private static final String LOCK_BUCKETS =
      """
      select bucket, next_seq
        from outbox_bucket
       where bucket = any(:buckets)
       order by bucket
         for update
      """;

  private static final String ADVANCE =
      """
      update outbox_bucket b
         set next_seq = b.next_seq + n.added
        from unnest(:buckets, :added) as n(bucket, added)
       where b.bucket = n.bucket
      """;

  private static final String ADD =
      """
      insert into outbox (bucket, seq, id, topic, record_keys, record_values, headers, created_at)
      values (:bucket, :seq, :id, :topic, :keys, :values, cast(:headers as jsonb), now())
      """;

  private static final String ADD_UNORDERED =
      """
      insert into outbox_unordered
             (record_id, bucket, topic, record_keys, record_values, headers, created_at)
      values (:id, :bucket, :topic, :keys, :values, cast(:headers as jsonb), now())
      """;

  private final TransactionSynchronizationRegistry transactions;
  private final Event<OutboxFilled> filled;
  private final Event<UnorderedFilled> unorderedFilled;
  private final Hops hops;

  Outbox(
      TransactionSynchronizationRegistry transactions,
      Event<OutboxFilled> filled,
      Event<UnorderedFilled> unorderedFilled,
      Hops hops) {
    this.transactions = transactions;
    this.filled = filled;
    this.unorderedFilled = unorderedFilled;
    this.hops = hops;
  }

  /**
   * Call it last in a transaction: from here to the commit no other transaction can add to the same
   * buckets.
   */
  public void add(Handle handle, Collection<OutgoingRecords> records) {
    if (records.isEmpty()) {
      return;
    }
    Map<Bucket, List<OutgoingRecords>> byBucket =
        records.stream().collect(Collectors.groupingBy(OutgoingRecords::bucket));
    Map<Integer, Long> nextSeq = lock(handle, byBucket.keySet());
    var batch = handle.prepareBatch(ADD);
    List<Integer> buckets = new ArrayList<>();
    List<Long> added = new ArrayList<>();
    byBucket.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .forEach(
            entry -> {
              int bucket = entry.getKey().value();
              long seq = nextSeq.getOrDefault(bucket, 0L);
              for (OutgoingRecords outgoing : entry.getValue()) {
                bind(batch, outgoing).bind("seq", seq++).add();
              }
              buckets.add(bucket);
              added.add((long) entry.getValue().size());
            });
    batch.execute();
    handle
        .createUpdate(ADVANCE)
        .bindArray("buckets", Integer.class, buckets)
        .bindArray("added", Long.class, added)
        .execute();
    onCommit(() -> filled.fire(new OutboxFilled()));
  }

  /**
   * Takes no lock, and so may be called by thousands a second who each wait for their answer. For
   * records that may overtake each other and everything that {@link #add} adds: such that nothing
   * else is ever said of what they are about, as one transactional message.
   */
  public void addUnordered(Handle handle, Collection<OutgoingRecords> records) {
    if (records.isEmpty()) {
      return;
    }
    var batch = handle.prepareBatch(ADD_UNORDERED);
    for (OutgoingRecords outgoing : records) {
      bind(batch, outgoing).add();
    }
    batch.execute();
    onCommit(() -> unorderedFilled.fire(new UnorderedFilled()));
  }

  public void add(Handle handle, OutgoingRecords records) {
    add(handle, List.of(records));
  }

  private PreparedBatch bind(PreparedBatch batch, OutgoingRecords outgoing) {
    return batch
        .bind("id", UUID.randomUUID())
        .bind("bucket", outgoing.bucket().value())
        .bind("topic", outgoing.topic())
        .bindArray("keys", String.class, keysOf(outgoing))
        .bind("values", new ByteaArray(valuesOf(outgoing)))
        .bind("headers", HeaderJson.write(hops.outgoing(outgoing.headers())));
  }

  private static Map<Integer, Long> lock(Handle handle, Collection<Bucket> buckets) {
    Map<Integer, Long> nextSeq = new HashMap<>();
    handle
        .createQuery(LOCK_BUCKETS)
        .bindArray("buckets", Integer.class, buckets.stream().map(Bucket::value).toList())
        .map((row, _) -> Map.entry(row.getInt("bucket"), row.getLong("next_seq")))
        .forEach(entry -> nextSeq.put(entry.getKey(), entry.getValue()));
    return nextSeq;
  }

  private static List<String> keysOf(OutgoingRecords outgoing) {
    return outgoing.records().stream().map(KeyedValue::key).toList();
  }

  private static List<byte[]> valuesOf(OutgoingRecords outgoing) {
    return outgoing.records().stream().map(KeyedValue::value).toList();
  }

  private void onCommit(Runnable wake) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              wake.run();
            }
          }
        });
  }
}
