package dev.campanile.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPostgresTest {
  @TempDir static Path folder;
  private static LocalPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "password_encryption, scram-sha-256",
    "listen_addresses, 127.0.0.1",
    "max_connections, 200"
  })
  void isDurableAndGuardedAsAServiceSeesIt(String setting, String expected) throws SQLException {
    try (Connection connection = connect("gateway")) {
      assertThat(one(connection, "show " + setting)).isEqualTo(expected);
    }
  }

  @Test
  void runsPostgres18() throws SQLException {
    try (Connection connection = connect("profile")) {
      assertThat(one(connection, "show server_version")).startsWith("18.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile", "campaign", "gateway"})
  void refusesAWrongPassword(String service) {
    ServiceDatabase database = database(service);

    assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), service, "guessed"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void keepsAServiceOutOfTheDatabaseOfAnother() {
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                    database("campaign").jdbcUrl(), "profile", database("profile").password()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("no pg_hba.conf entry");
  }

  @Test
  void trustsTheSuperuserInItsOwnDatabaseOnly() {
    assertThatThrownBy(
            () -> DriverManager.getConnection(database("profile").jdbcUrl(), "postgres", ""))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("no pg_hba.conf entry");
  }

  @Test
  void letsAServiceMakeItsTables() throws SQLException {
    try (Connection connection = connect("campaign")) {
      execute(connection, "create table made_here (id int)");

      assertThat(one(connection, "select tableowner from pg_tables where tablename = 'made_here'"))
          .isEqualTo("campaign");
    }
  }

  @Test
  void dataOutlivesACrashOfTheServerAndARestart() throws Exception {
    try (Connection connection = connect("profile")) {
      execute(connection, "create table kept (word text)");
      execute(connection, "insert into kept values ('still here')");
    }
    ProcessHandle server = postgres.process().orElseThrow();

    server.destroyForcibly();
    server.onExit().join();
    postgres.close();
    assertThat(folder.resolve("data").resolve("postmaster.pid")).exists();
    postgres = start(folder.resolve("data"));

    try (Connection connection = connect("profile")) {
      assertThat(one(connection, "select word from kept")).isEqualTo("still here");
    }
  }

  @Test
  void stopsAServerThatOutlivedItsPlatform() throws Exception {
    ProcessHandle server = postgres.process().orElseThrow();

    LeftoverServer.stop(folder.resolve("data"));

    assertThat(server.isAlive()).isFalse();
    postgres.close();
    postgres = start(folder.resolve("data"));
  }

  @Test
  void makesItsDataAfreshWhenTheFirstStartWasCutShort(@TempDir Path another) throws Exception {
    Path data = another.resolve("data");
    Files.createDirectories(data.resolve("base"));
    Files.writeString(data.resolve("PG_VERSION"), "18\n");
    Files.writeString(another.resolve("data.being-made"), "");

    LocalPostgres again = start(data);
    ProcessHandle server = again.process().orElseThrow();
    again.close();

    assertThat(server.isAlive()).isFalse();
    assertThat(another.resolve("data.being-made")).doesNotExist();
  }

  @Test
  void refusesTheDataOfAnotherVersion(@TempDir Path another) throws Exception {
    Path data = Files.createDirectories(another.resolve("data"));
    Files.writeString(data.resolve("PG_VERSION"), "17\n");

    assertThatThrownBy(() -> start(data)).hasMessageContaining("is of PostgreSQL 17");
  }

  private static LocalPostgres start(Path data) throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int port = free.getLocalPort();
      free.close();
      return LocalPostgres.start(data, folder.resolve("postgres.log"), port);
    }
  }

  private static ServiceDatabase database(String service) {
    return postgres.database(service);
  }

  private static Connection connect(String service) throws SQLException {
    return connect(database(service));
  }

  private static Connection connect(ServiceDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
