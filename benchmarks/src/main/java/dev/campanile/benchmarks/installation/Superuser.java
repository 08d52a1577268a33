package dev.campanile.benchmarks.installation;

import dev.campanile.local.services.CannotContinue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The database server's own user, who may enter the database {@code postgres} alone: no service's
 * data can be seen from here.
 */
public final class Superuser {
  private static final List<String> SETTINGS =
      List.of(
          "server_version",
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "wal_sync_method",
          "wal_level",
          "shared_buffers",
          "max_wal_size",
          "checkpoint_timeout",
          "max_connections",
          "autovacuum");

  private static final String WAL = "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')";

  /** Of every kind of backend, the WAL included; those that are idle tell it some seconds later. */
  private static final String WRITTEN =
      "select coalesce(sum(write_bytes), 0) + coalesce(sum(extend_bytes), 0) from pg_stat_io";

  private static final String CLEANING =
      "select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'";

  private final int port;

  Superuser(int port) {
    this.port = port;
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
  }

  public void execute(String statement) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw refused(statement, e);
    }
  }

  /** As the server itself says they are. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    SETTINGS.forEach(setting -> settings.put(setting, text("show " + setting)));
    return settings;
  }

  /** How much was ever written ahead. */
  public long walBytes() {
    return Long.parseLong(text(WAL));
  }

  /** How much the server ever asked the system to write to its files. */
  public long writtenBytes() {
    return Long.parseLong(text(WRITTEN));
  }

  /** Whether the server still tidies up after what was done. */
  public boolean cleansUp() {
    return !text(CLEANING).equals("0");
  }

  private String text(String query) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw refused(query, e);
    }
  }

  private static CannotContinue refused(String statement, SQLException e) {
    return new CannotContinue("PostgreSQL refused \"%s\": %s".formatted(statement, e), e);
  }
}
