package dev.campanile.gateway.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.WireFormat;
import dev.campanile.gateway.ledger.MessageMapper;
import dev.campanile.gateway.ledger.Sendable;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** A reserved message with its data, as read. */
record Loaded(UUID reservation, Sendable sendable) {

  static final RowMapper<Loaded> MAPPER =
      (row, context) ->
          new Loaded(
              row.getObject("reservation_id", UUID.class),
              new Sendable(
                  MessageMapper.MESSAGE.map(row, context),
                  data(row.getString("data")),
                  row.getBoolean("tracked")));

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(String json) {
    try {
      return WireFormat.read(json.getBytes(UTF_8), Map.class);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("stored data cannot be read", e);
    }
  }
}
