package dev.campanile.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The gateway's ledger as it is stored: for when there is no gateway to ask. */
final class StoredLedger {

  private final JsonNode database;

  StoredLedger(Installation installation) {
    database = installation.database(Service.GATEWAY);
  }

  /** Messages that were written ahead of their hand-off and of which no answer is written. */
  int beingHandedOver() {
    try (Connection connection =
            DriverManager.getConnection(
                database.get("jdbcUrl").asText(),
                database.get("username").asText(),
                database.get("password").asText());
        Statement statement = connection.createStatement();
        ResultSet counted =
            statement.executeQuery("select count(*) from message where state = 'SENDING'")) {
      counted.next();
      return counted.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
