package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Not a test of a time: says what a broadcast costs profile-service and campaign-service, stage by
 * stage, with the test in the place of the gateway. Run it with {@code mvn -pl system-tests test
 * -Dtest=FlowFigure -Dgroups=figure -DexcludedGroups=}; {@code -Dflow.people}, {@code
 * -Dflow.receipts}, {@code -Dflow.rounds} and {@code -Dflow.jfr} say how many customers, how many
 * receipts a record, how often, and the folder for recordings.
 */
@Tag("figure")
class FlowFigure {

  private static final int PEOPLE = Integer.getInteger("flow.people", 96_000);
  private static final int RECEIPTS = Integer.getInteger("flow.receipts", 250);

  /** The first pays for what the JVMs have not compiled yet. */
  private static final int ROUNDS = Integer.getInteger("flow.rounds", 3);

  @Test
  @Timeout(1200)
  void stages() throws SQLException {
    // Nothing holds the pump back, so that what is asked and what is answered are two stages.
    try (Installation installation = start(Map.of("CAMPANILE_RUN_MAX_UNANSWERED", "10000000"));
        StandInGateway gateway = new StandInGateway(installation, RECEIPTS)) {
      Grocer grocer = opened(installation);
      for (int round = 1; round <= ROUNDS; round++) {
        broadcast(installation, grocer, gateway, "round " + round);
      }
    }
  }

  @Test
  @Timeout(1200)
  void wholeFlow() throws SQLException {
    try (Installation installation = start(Map.of());
        StandInGateway gateway = new StandInGateway(installation, RECEIPTS)) {
      Grocer grocer = opened(installation);
      for (int round = 1; round <= ROUNDS; round++) {
        int before = timelines(installation);
        Stage stage = new Stage(installation, "whole flow, round " + round);
        launch(installation);
        for (int accepted = 0; accepted < PEOPLE; ) {
          accepted += gateway.accept(gateway.next());
        }
        until(() -> grocer.report(Grocer.OFFER).at("/books/accepted").asInt() == PEOPLE);
        until(() -> timelines(installation) - before == PEOPLE);
        stage.ended(PEOPLE);
      }
    }
  }

  private static void broadcast(
      Installation installation, Grocer grocer, StandInGateway gateway, String note)
      throws SQLException {
    int before = timelines(installation);
    installation.campaign().post("/v1/sending:pause", "{}");
    Stage audience = new Stage(installation, "audience streamed and stored " + note);
    launch(installation);
    until(() -> isComplete(grocer.report(Grocer.OFFER)));
    audience.ended(PEOPLE);

    List<byte[]> asked = new ArrayList<>();
    Stage requests = new Stage(installation, "requested " + note);
    installation.campaign().post("/v1/sending:resume", "{}");
    for (int messages = 0; messages < PEOPLE; ) {
      List<byte[]> more = gateway.next();
      messages += more.stream().mapToInt(one -> StandInGateway.read(one).items().size()).sum();
      asked.addAll(more);
    }
    requests.ended(PEOPLE);

    Stage receipts = new Stage(installation, "receipts of " + RECEIPTS + " " + note);
    assertThat(gateway.accept(asked)).isEqualTo(PEOPLE);
    until(() -> grocer.report(Grocer.OFFER).at("/books/accepted").asInt() == PEOPLE);
    until(() -> timelines(installation) - before == PEOPLE);
    receipts.ended(PEOPLE);
  }

  private static boolean isComplete(JsonNode report) {
    return report.get("audienceComplete").asBoolean() && report.get("planned").asInt() == PEOPLE;
  }

  private static Installation start(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    String recordings = System.getProperty("flow.jfr");
    if (recordings != null) {
      all.put(
          "JDK_JAVA_OPTIONS", "-XX:StartFlightRecording=settings=profile,filename=" + recordings);
    }
    return Installation.start(EnumSet.of(Service.PROFILE, Service.CAMPAIGN), all);
  }

  private static Grocer opened(Installation installation) {
    Grocer grocer = new Grocer(installation).opens();
    Stage importing = new Stage(installation, "import");
    grocer.imports(customers());
    importing.ended(PEOPLE);
    return grocer;
  }

  private static void launch(Installation installation) {
    installation
        .campaign()
        .post(
            "/v1/campaigns/" + Grocer.OFFER + ":launch",
            "{\"repeat\":true}",
            Map.of("Idempotency-Key", UUID.randomUUID().toString()));
  }

  /** Asked when all else is done: counting the rows costs about as much as adding some. */
  private static int timelines(Installation installation) {
    JsonNode database = installation.database(Service.PROFILE);
    try (Connection connection =
            DriverManager.getConnection(
                database.get("jdbcUrl").asText(),
                database.get("username").asText(),
                database.get("password").asText());
        ResultSet counted =
            connection.createStatement().executeQuery("select count(*) from timeline_entry")) {
      counted.next();
      return counted.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void until(BooleanSupplier done) {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofSeconds(1))
        .until(done::getAsBoolean);
  }

  private static String customers() {
    StringBuilder csv =
        new StringBuilder(
            "externalId,firstName,lastName,email,locale,country,zone,preferredChannel,"
                + "emailConsent,consentSource,consentAt\n");
    for (int i = 0; i < PEOPLE; i++) {
      csv.append(
          "F-%d,Name%d,Family,f%d@example.com,en,GB,Europe/London,EMAIL,OPTED_IN,web form,2026-01-01T00:00:00Z\n"
              .formatted(i, i, i));
    }
    return csv.toString();
  }

  /** What passes while one stage works, and what it takes. */
  private static final class Stage {

    private final Installation installation;
    private final String name;
    private final Map<String, Duration> cpu;
    private final long began = System.nanoTime();

    Stage(Installation installation, String name) {
      this.installation = installation;
      this.name = name;
      this.cpu = cpu(installation);
    }

    void ended(int messages) {
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          Locale.ROOT, "FIGURE %s: %.1f s, %,.0f a second%n", name, seconds, messages / seconds);
      cpu(installation)
          .forEach(
              (process, after) ->
                  System.out.printf(
                      Locale.ROOT,
                      "FIGURE   CPU of %-20s %6.2f s, %5.1f µs each%n",
                      process,
                      after.minus(before(process)).toMillis() / 1e3,
                      after.minus(before(process)).toMillis() * 1e3 / messages));
    }

    private static Map<String, Duration> cpu(Installation installation) {
      Map<String, Duration> cpu = installation.cpu();
      cpu.putAll(PostgresUsage.cpu(installation.platform().postmaster().orElseThrow().pid()));
      return cpu;
    }

    private Duration before(String process) {
      return cpu.getOrDefault(process, Duration.ZERO);
    }
  }
}
