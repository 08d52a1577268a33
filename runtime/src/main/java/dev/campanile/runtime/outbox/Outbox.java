package dev.campanile.runtime.outbox;

import dev.campanile.contracts.Bucket;
import dev.campanile.runtime.database.ByteaArray;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.trace.Hops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private static final String ADVANCE =
      """
      with locked as (
        select b.bucket, n.added
          from outbox_bucket b
          join unnest(:buckets, :added) as n(bucket, added) on n.bucket = b.bucket
         order by b.bucket
           for update of b)
      update outbox_bucket b
         set next_seq = b.next_seq + l.added
        from locked l
       where b.bucket = l.bucket
      returning b.bucket, b.next_seq - l.added as first_seq
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
        records.stream()
            .collect(
                Collectors.groupingBy(OutgoingRecords::bucket, TreeMap::new, Collectors.toList()));
    Map<Integer, Long> firstSeq = advance(handle, byBucket);
    var batch = handle.prepareBatch(ADD);
    byBucket.forEach(
        (bucket, outgoing) -> {
          long seq = firstSeq.getOrDefault(bucket.value(), 0L);
          for (OutgoingRecords one : outgoing) {
            bind(batch, one).bind("seq", seq++).add();
          }
        });
    batch.execute();
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

  /** Answers each bucket's first number of those that are ours now. */
  private static Map<Integer, Long> advance(
      Handle handle, Map<Bucket, List<OutgoingRecords>> byBucket) {
    var update = handle.createQuery(ADVANCE);
    Columns.of(byBucket.entrySet(), update)
        .ints("buckets", it -> it.getKey().value())
        .ints("added", it -> it.getValue().size());
    return update
        .map((row, _) -> Map.entry(row.getInt("bucket"), row.getLong("first_seq")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
