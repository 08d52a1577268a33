package dev.campanile.local.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Creates the role and the database of each service that are not there yet. */
final class Databases {
  private static final String ROLE_EXISTS = "select 1 from pg_roles where rolname = ?";
  private static final String DATABASE_EXISTS = "select 1 from pg_database where datname = ?";

  private final DataSource superuser;

  Databases(DataSource superuser) {
    this.superuser = superuser;
  }

  void create(ServiceDatabase database) throws SQLException {
    String name = database.username();
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, ROLE_EXISTS, name)) {
        statement.execute(
            "create role %s login password '%s'".formatted(name, database.password()));
      }
      if (!exists(connection, DATABASE_EXISTS, name)) {
        statement.execute("create database %s owner %s".formatted(name, name));
        statement.execute("revoke all on database %s from public".formatted(name));
      }
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
