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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /**
   * Buckets are locked in ascending order, everywhere; the lock is what orders {@code seq}. The
   * records of a row are a slice of those of all.
   */
  private static final String ADD =
      """
      with n as (
        select *
          from unnest(:buckets, :nths, :ids, :topics, :headers, :firsts, :lasts)
            as u(bucket, nth, id, topic, headers, first, last)),
      locked as (
        select b.bucket, c.added
          from outbox_bucket b
          join (select bucket, count(*) as added from n group by bucket) c on c.bucket = b.bucket
         order by b.bucket
           for update of b),
      advanced as (
        update outbox_bucket b
           set next_seq = b.next_seq + l.added
          from locked l
         where b.bucket = l.bucket
        returning b.bucket, b.next_seq - l.added as first_seq)
      insert into outbox (bucket, seq, id, topic, record_keys, record_values, headers, created_at)
      select n.bucket, a.first_seq + n.nth, n.id, n.topic, (cast(:keys as text[]))[n.first : n.last],
             (cast(:values as bytea[]))[n.first : n.last], cast(n.headers as jsonb), now()
        from n
        join advanced a on a.bucket = n.bucket
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
    List<Row> rows = rows(records);
    var insert = handle.createUpdate(ADD);
    Columns.of(rows, insert)
        .ints("buckets", it -> it.outgoing().bucket().value())
        .ints("nths", Row::nth)
        .uuids("ids", _ -> UUID.randomUUID())
        .texts("topics", it -> it.outgoing().topic())
        .texts("headers", it -> HeaderJson.write(hops.outgoing(it.outgoing().headers())))
        .ints("firsts", Row::first)
        .ints("lasts", Row::last);
    List<KeyedValue> all = rows.stream().flatMap(it -> it.outgoing().records().stream()).toList();
    insert
        .bindArray("keys", String.class, all.stream().map(KeyedValue::key).toList())
        .bind("values", new ByteaArray(all.stream().map(KeyedValue::value).toList()))
        .execute();
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

  private static List<Row> rows(Collection<OutgoingRecords> records) {
    List<Row> rows = new ArrayList<>();
    Map<Bucket, Integer> ofBucket = new HashMap<>();
    int before = 0;
    for (OutgoingRecords outgoing : records) {
      int nth = ofBucket.merge(outgoing.bucket(), 1, Integer::sum) - 1;
      int last = before + outgoing.records().size();
      rows.add(new Row(outgoing, nth, before + 1, last));
      before = last;
    }
    return rows;
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

  /**
   * A row to be.
   *
   * @param nth of its bucket, from 0
   * @param first of its records among those of all rows, from 1
   * @param last of its records
   */
  private record Row(OutgoingRecords outgoing, int nth, int first, int last) {}
}
