package dev.campanile.runtime.outbox;

import dev.campanile.runtime.database.ByteaArray;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.trace.Hops;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;

/** Records that need no order among themselves, each with its id. */
public final class UnorderedRecords {

  /** Behind it may stand a condition on {@code o.record_id}; {@link #STORED} ends it. */
  public static final String INSERT =
      """
      insert into outbox_unordered
             (record_id, bucket, topic, record_keys, record_values, headers, created_at)
      select o.record_id, o.bucket, o.topic, array[o.record_key], array[o.record_value],
             cast(o.headers as jsonb), now()
        from unnest(:recordIds, :buckets, :topics, :recordKeys, :recordValues, :headers)
          as o(record_id, bucket, topic, record_key, record_value, headers)
      """;

  public static final String STORED = " returning id as seq, record_id as id, created_at";

  private final List<Departing> records;

  private UnorderedRecords(List<Departing> records) {
    this.records = records;
  }

  /**
   * @param id by which the record is known where it arrives
   * @param outgoing a single record each
   */
  public static <T> UnorderedRecords of(
      Collection<T> items, Function<T, UUID> id, Function<T, OutgoingRecords> outgoing) {
    return new UnorderedRecords(
        items.stream().map(item -> new Departing(id.apply(item), outgoing.apply(item))).toList());
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  /** Runs a statement with {@link #INSERT} in it, and answers the rows it stored. */
  List<OutboxRow> store(Query statement, Hops hops) {
    Map<UUID, OutboxRow> rows = new LinkedHashMap<>();
    records.forEach(one -> rows.put(one.id(), one.row(hops)));
    Columns.of(rows.values(), statement)
        .uuids("recordIds", OutboxRow::id)
        .ints("buckets", OutboxRow::bucket)
        .texts("topics", OutboxRow::topic)
        .texts("recordKeys", row -> row.keys()[0])
        .texts("headers", row -> HeaderJson.write(row.headers()));
    return statement
        .bind(
            "recordValues",
            new ByteaArray(rows.values().stream().map(row -> row.values()[0]).toList()))
        .map(
            (stored, _) ->
                Objects.requireNonNull(rows.get(stored.getObject("id", UUID.class)))
                    .stored(stored.getLong("seq"), stored.getTimestamp("created_at").toInstant()))
        .list();
  }

  private record Departing(UUID id, OutgoingRecords outgoing) {

    private Departing {
      if (outgoing.records().size() != 1) {
        throw new IllegalArgumentException("what leaves together has an order");
      }
    }

    OutboxRow row(Hops hops) {
      KeyedValue only = outgoing.records().getFirst();
      return new OutboxRow(
          outgoing.bucket().value(),
          0,
          id,
          outgoing.topic(),
          new String[] {only.key()},
          new byte[][] {only.value()},
          hops.outgoing(outgoing.headers()),
          Instant.EPOCH);
    }
  }
}
