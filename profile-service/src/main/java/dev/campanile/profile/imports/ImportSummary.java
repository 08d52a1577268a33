package dev.campanile.profile.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import in a list.
 *
 * @param rows worked off so far; imported + refused
 * @param refused rows of which nothing was taken
 * @param failure why the rest of the file could not be read
 * @param endedAt none while it runs
 */
public record ImportSummary(
    UUID id,
    String source,
    ImportJob.State state,
    int rows,
    int imported,
    int refused,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant endedAt) {

  static ImportSummary of(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new ImportSummary(
        row.getObject("id", UUID.class),
        row.getString("source"),
        ImportJob.State.valueOf(row.getString("state")),
        row.getInt("taken_rows"),
        row.getInt("imported"),
        row.getInt("refused"),
        row.getString("failure"),
        row.getTimestamp("created_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
