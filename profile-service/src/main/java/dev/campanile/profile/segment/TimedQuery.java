package dev.campanile.profile.segment;

import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** A look at many profiles that somebody waits for: a late answer is of no use to them. */
final class TimedQuery {

  private static final String TIME_OUT = "set local statement_timeout = '10s'";

  private static final String CANCELLED = "57014";

  private TimedQuery() {}

  /**
   * @throws Problem 503 with this code when it takes longer than 10 s
   */
  static <T> T of(Database database, String code, Function<Handle, T> work) {
    try {
      return database.transaction(
          handle -> {
            handle.execute(TIME_OUT);
            return work.apply(handle);
          });
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
        throw Problem.of(
            503, code, "The count took longer than 10 s; make the rule simpler, or ask later.");
      }
      throw e;
    }
  }
}
