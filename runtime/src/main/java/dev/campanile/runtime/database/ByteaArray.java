package dev.campanile.runtime.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Binds to {@code bytea[]}: the driver wants {@code byte[][]}, not the array of objects Jdbi makes.
 */
public record ByteaArray(Collection<byte[]> values) implements Argument {

  @Override
  public void apply(int position, PreparedStatement statement, StatementContext context)
      throws SQLException {
    statement.setArray(
        position, statement.getConnection().createArrayOf("bytea", values.toArray(byte[][]::new)));
  }
}
