package dev.campanile.gateway.revocation;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.Receipt.Revoked.Cause;
import dev.campanile.gateway.gate.Revocation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revocation as the API shows it.
 *
 * @param foldedBy how many profiles' cards say it
 * @param liftedAt when the customer took it back
 */
public record RevocationRow(
    UUID id,
    Channel channel,
    String address,
    ConsentTopic topic,
    Cause cause,
    String evidence,
    Instant at,
    int foldedBy,
    @Nullable Instant liftedAt) {

  static RevocationRow of(ResultSet row) throws SQLException {
    Timestamp lifted = row.getTimestamp("lifted_at");
    return new RevocationRow(
        row.getObject("id", UUID.class),
        Channel.valueOf(row.getString("channel")),
        row.getString("address"),
        new ConsentTopic(row.getString("topic")),
        Cause.valueOf(row.getString("cause")),
        row.getString("evidence"),
        row.getTimestamp("at").toInstant(),
        row.getInt("folded_by"),
        lifted == null ? null : lifted.toInstant());
  }

  static Revocation revocation(ResultSet row) throws SQLException {
    return new Revocation(
        row.getObject("id", UUID.class),
        Channel.valueOf(row.getString("channel")),
        row.getString("address"),
        new ConsentTopic(row.getString("topic")));
  }
}
