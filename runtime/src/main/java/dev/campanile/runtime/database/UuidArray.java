package dev.campanile.runtime.database;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Binds many to {@code uuid[]} in PostgreSQL's binary form, which the driver knows for other arrays
 * only.
 *
 * @param values some may be null
 */
public record UuidArray(Collection<@Nullable UUID> values) implements Argument {

  private static final int DIMENSIONS = 1;
  private static final int FIRST_INDEX = 1;
  private static final int HEAD_OCTETS = 5 * Integer.BYTES;
  private static final int NULL = -1;

  @Override
  public void apply(int position, PreparedStatement statement, StatementContext context)
      throws SQLException {
    BaseConnection connection = statement.getConnection().unwrap(BaseConnection.class);
    statement.setArray(position, new PgArray(connection, Oid.UUID_ARRAY, octets()));
  }

  private byte[] octets() {
    int each = Integer.BYTES + 2 * Long.BYTES;
    ByteBuffer out =
        ByteBuffer.allocate(HEAD_OCTETS + values.size() * each)
            .putInt(DIMENSIONS)
            .putInt(values.stream().anyMatch(Objects::isNull) ? 1 : 0)
            .putInt(Oid.UUID)
            .putInt(values.size())
            .putInt(FIRST_INDEX);
    for (UUID value : values) {
      if (value == null) {
        out.putInt(NULL);
      } else {
        out.putInt(2 * Long.BYTES)
            .putLong(value.getMostSignificantBits())
            .putLong(value.getLeastSignificantBits());
      }
    }
    return Arrays.copyOf(out.array(), out.position());
  }
}
