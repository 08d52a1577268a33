package dev.campanile.campaign.sending;

import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The one row of the kill switch. */
@ApplicationScoped
public class SendingRepository {

  private static final String FIND = "select * from sending";

  private static final String STORE =
      """
      update sending
         set state = :state, version = :version, reason = :reason, changed_by = :by, changed_at = :at,
             killed_version = case when :state = 'KILLED' then :version else killed_version end
      returning killed_version
      """;

  public Sending find(Handle handle) {
    return find(handle, FIND);
  }

  /** Until the transaction ends nobody changes it. */
  public Sending findLocked(Handle handle) {
    return find(handle, FIND + " for update");
  }

  /**
   * For what a kill must not overlook: it waits for the transaction, or the transaction sees it.
   */
  public void requireNotKilled(Handle handle) {
    requireNotKilled(find(handle, FIND + " for share"));
  }

  public static void requireNotKilled(Sending sending) {
    if (sending.state() == SendingState.KILLED) {
      throw Problem.conflict(
              "SENDING_KILLED",
              "All sending was stopped"
                  + (sending.by() == null ? "" : " by " + sending.by())
                  + " at "
                  + sending.at()
                  + (sending.reason() == null ? "" : " (" + sending.reason() + ")")
                  + ". When it may go on, an administrator resumes it: POST /v1/sending:resume.")
          .with("sending", sending);
    }
  }

  /** Answers the version of the last kill, null before the first. */
  public @Nullable Long store(Handle handle, Sending sending) {
    return handle
        .createQuery(STORE)
        .bind("state", sending.state().name())
        .bind("version", sending.version())
        .bind("reason", sending.reason())
        .bind("by", sending.by())
        .bind("at", sending.at())
        .map((row, _) -> row.getObject("killed_version", Long.class))
        .one();
  }

  private static Sending find(Handle handle, String sql) {
    return handle.createQuery(sql).map((row, _) -> sendingOf(row)).one();
  }

  public static Sending sendingOf(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("changed_at");
    return new Sending(
        SendingState.valueOf(row.getString("state")),
        row.getLong("version"),
        row.getString("reason"),
        row.getString("changed_by"),
        at == null ? null : at.toInstant());
  }
}
