package dev.campanile.runtime.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** A row of the outbox, as the relay sends it. */
record OutboxRow(
    int bucket,
    long seq,
    UUID id,
    String topic,
    String[] keys,
    byte[][] values,
    Map<String, String> headers,
    Instant createdAt) {

  static final RowMapper<OutboxRow> MAPPER =
      (row, _) ->
          new OutboxRow(
              row.getInt("bucket"),
              row.getLong("seq"),
              row.getObject("id", UUID.class),
              row.getString("topic"),
              (String[]) row.getArray("record_keys").getArray(),
              (byte[][]) row.getArray("record_values").getArray(),
              HeaderJson.read(row.getString("headers")),
              row.getTimestamp("created_at").toInstant());

  /** With the number and the time it was stored by. */
  OutboxRow stored(long number, Instant at) {
    return new OutboxRow(bucket, number, id, topic, keys, values, headers, at);
  }
}
