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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

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
            batch
                .bind("id", UUID.randomUUID())
                .bind("bucket", bucket.value())
                .bind("seq", seq++)
                .bind("topic", one.topic())
                .bindArray("keys", String.class, keysOf(one))
                .bind("values", new ByteaArray(valuesOf(one)))
                .bind("headers", HeaderJson.write(hops.outgoing(one.headers())))
                .add();
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
  public void addUnordered(Handle handle, UnorderedRecords records) {
    if (!records.isEmpty()) {
      addUnordered(handle.createQuery(UnorderedRecords.INSERT + UnorderedRecords.STORED), records);
    }
  }

  /**
   * Adds them by a statement of the caller's that stores them with what they say, in one round
   * trip: it has {@link UnorderedRecords#INSERT} in it and answers what that does.
   *
   * @return the ids of those the statement stored
   */
  public Set<UUID> addUnordered(Query statement, UnorderedRecords records) {
    List<OutboxRow> stored = records.store(statement, hops);
    onCommit(() -> unorderedFilled.fire(new UnorderedFilled(stored)));
    return stored.stream().map(OutboxRow::id).collect(Collectors.toSet());
  }

  public void add(Handle handle, OutgoingRecords records) {
    add(handle, List.of(records));
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

  /** At once where no transaction goes on: the statement has been one of its own. */
  private void onCommit(Runnable wake) {
    if (transactions.getTransactionKey() == null) {
      wake.run();
      return;
    }
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
