package dev.campanile.runtime.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * A query that can be asked together with others, see {@link RoundTrip}.
 *
 * @param sql one statement
 * @param bind its parameters; those of questions that are asked together have different names
 * @param row what a row says
 */
public record Question<R>(String sql, Consumer<Query> bind, RowReader<R> row) {

  /** Asks it alone. */
  public List<R> ask(Handle handle) {
    RoundTrip alone = new RoundTrip();
    RoundTrip.Answer<R> answer = alone.ask(this);
    alone.make(handle);
    return answer.rows();
  }

  /** Reads the row the result is at. */
  @FunctionalInterface
  public interface RowReader<R> {
    R read(ResultSet row) throws SQLException;
  }
}
