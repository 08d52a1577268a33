package dev.campanile.gateway.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.contracts.Channel;
import dev.campanile.gateway.gate.MaskedAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that asked to stop.
 *
 * @param id of the customer's message
 * @param address masked
 * @param to the brand's number
 * @param phrase the words that it was taken for a STOP by
 * @param revocationId the no it became, which binds until it is decided that it was none
 * @param liftedAt when the no was taken back, by START or by the verdict
 * @param verdict none while it waits for somebody to read it
 * @param decidedBy the API key's name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StopReview(
    UUID id,
    Channel channel,
    String address,
    String to,
    String text,
    String phrase,
    UUID revocationId,
    Instant askedAt,
    @Nullable Instant liftedAt,
    @Nullable Verdict verdict,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy) {

  /** What it was in the end. */
  public enum Verdict {
    /** The customer meant it: the no stays. */
    STOP,
    /** The customer meant something else: the no is taken back, and nothing else is. */
    NO_STOP
  }

  static StopReview of(ResultSet row) throws SQLException {
    String verdict = row.getString("verdict");
    return new StopReview(
        row.getObject("id", UUID.class),
        Channel.valueOf(row.getString("channel")),
        MaskedAddress.of(row.getString("sender")),
        row.getString("recipient"),
        row.getString("body"),
        row.getString("phrase"),
        row.getObject("revocation_id", UUID.class),
        row.getTimestamp("asked_at").toInstant(),
        instant(row, "lifted_at"),
        verdict == null ? null : Verdict.valueOf(verdict),
        instant(row, "decided_at"),
        row.getString("decided_by"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
