package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRef;
import dev.campanile.contracts.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Of a message what its readers' receipts need.
 *
 * @param handedOff when it left, as near as its last change of state tells
 */
public record TrackedMessage(
    MessageRef ref, Bucket bucket, Channel channel, @Nullable Instant handedOff) {

  /** The columns of {@code message} to select. */
  public static final String COLUMNS =
      """
      m.message_id, m.planned_on, m.bucket, m.profile_id, m.source_type, m.source_key, m.run_id,
      m.request_id, m.channel, m.state, m.revision, m.changed_at""";

  /** Null when the message is not there any more, or was never sent. */
  public static @Nullable TrackedMessage read(ResultSet row) throws SQLException {
    String channel = row.getString("channel");
    if (channel == null) {
      return null;
    }
    MessageRef ref =
        new MessageRef(
            new MessageId(row.getObject("message_id", UUID.class)),
            new ProfileId(row.getObject("profile_id", UUID.class)),
            new StoredSource(
                    StoredSource.Type.valueOf(row.getString("source_type")),
                    row.getString("source_key"),
                    row.getObject("run_id", UUID.class),
                    row.getObject("request_id", UUID.class))
                .read(),
            row.getObject("planned_on", LocalDate.class),
            row.getInt("revision"));
    Instant changed = row.getTimestamp("changed_at").toInstant();
    return new TrackedMessage(
        ref,
        new Bucket(row.getInt("bucket")),
        Channel.valueOf(channel),
        justLeft(MessageState.valueOf(row.getString("state"))) ? changed : null);
  }

  /** Whether the last change of state was the hand-off, or the arrival. */
  private static boolean justLeft(MessageState state) {
    return state == MessageState.SENDING
        || state == MessageState.ACCEPTED
        || state == MessageState.DELIVERED;
  }
}
