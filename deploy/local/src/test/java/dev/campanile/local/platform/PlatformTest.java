package dev.campanile.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
  @TempDir Path folder;

  @Test
  void tellsWhereEverythingIsAndSurvivesASuddenDeathAndStopsInOrder() throws Exception {
    try (PlatformProcess first = PlatformProcess.start(folder)) {
      assertIsUp(first.awaitReady());
      assertThat(otherPlatformOnTheSameData()).contains("Another platform already runs");
      ProcessHandle orphan = postgresProcess();

      first.kill();

      await().atMost(Duration.ofSeconds(15)).until(() -> !orphan.isAlive());
    }
    try (PlatformProcess second = PlatformProcess.start(folder)) {
      assertIsUp(second.awaitReady());
      ProcessHandle postgres = postgresProcess();

      second.terminate();

      assertThat(second.exitCode()).isZero();
      assertThat(second.said()).isEmpty();
      assertThat(postgres.isAlive()).isFalse();
      assertThat(folder.resolve("ready.json")).doesNotExist();
    }
  }

  @Test
  void isAskedToStopWhenItsInputEnds() {
    StopRequest stop = StopRequest.whenEnds(new ByteArrayInputStream(new byte[] {1, 2, 3}));

    await().atMost(Duration.ofSeconds(5)).until(stop::isAsked);
  }

  @Test
  void saysInOneSentenceWhichPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        PlatformProcess platform =
            PlatformProcess.start(folder, "--kafka-port", "" + taken.getLocalPort())) {

      assertThat(platform.exitCode()).isOne();
      assertThat(platform.said())
          .isEqualTo(
              "Port %d for Kafka is taken: stop what uses it, or choose another with --kafka-port."
                  .formatted(taken.getLocalPort()));
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void saysInOneSentenceThatItCannotWrite() throws Exception {
    Files.writeString(folder.resolve("data"), "a file where the folder should be");

    try (PlatformProcess platform = PlatformProcess.start(folder)) {
      assertThat(platform.exitCode()).isOne();
      assertThat(platform.said()).hasLineCount(1).contains("cannot be written");
    }
  }

  private String otherPlatformOnTheSameData() throws Exception {
    try (PlatformProcess other = PlatformProcess.start(folder)) {
      assertThat(other.exitCode()).isOne();
      return other.said();
    }
  }

  private static void assertIsUp(JsonNode ready) throws Exception {
    assertThat(connects(ready)).isTrue();
    assertThat(topics(ready)).isPositive();
    assertThat(get(ready.at("/simulators/baseUrl").asText() + "/simulators/received"))
        .isEqualTo("{\"email\":0,\"sms\":0,\"chat\":0}");
    assertThat(ready.at("/twilio/accountSid").asText()).startsWith("AC");
    assertThat(ready.at("/smtp/port").asInt()).isPositive();
  }

  private ProcessHandle postgresProcess() throws Exception {
    Path file = folder.resolve("data").resolve("postgres").resolve("postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0))).orElseThrow();
  }

  private static boolean connects(JsonNode ready) throws Exception {
    JsonNode database = ready.at("/postgres/databases/gateway");
    try (Connection connection =
        DriverManager.getConnection(
            database.get("jdbcUrl").asText(),
            database.get("username").asText(),
            database.get("password").asText())) {
      return connection.isValid(5);
    }
  }

  private static int topics(JsonNode ready) throws Exception {
    String servers = ready.at("/kafka/bootstrapServers").asText();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      return admin.listTopics().names().get().size();
    }
  }

  private static String get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
