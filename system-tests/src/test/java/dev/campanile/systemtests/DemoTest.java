package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole demo, as a stranger runs it, but on free ports. */
@ExtendWith(OneDemoAtATime.class)
class DemoTest {

  private static final List<String> PORTS =
      List.of(
          "INBOX",
          "PROFILE",
          "CAMPAIGN",
          "GATEWAY",
          "SIMULATORS",
          "PROFILE_MANAGEMENT",
          "CAMPAIGN_MANAGEMENT",
          "GATEWAY_MANAGEMENT",
          "POSTGRES",
          "KAFKA",
          "SMTP");

  @Test
  void sendsTwoMessagesToAThousandCustomersAndTheBooksBalance() throws Exception {
    Path root = Installation.repository();
    Path output = root.resolve("system-tests/target/demo.txt");
    Process demo = demo(root, output, Map.of());

    boolean ended = demo.waitFor(180, TimeUnit.SECONDS);
    if (!ended) {
      demo.destroy();
    }

    assertThat(ended).as("the demo ends:\n" + Api.read(output)).isTrue();
    assertThat(demo.exitValue()).as("it exits 0:\n" + Api.read(output)).isZero();
    JsonNode report = Api.json(Api.read(root.resolve("target/demo/report.json")));
    JsonNode delivery = message(report, Grocer.DELIVERY);
    JsonNode offer = message(report, Grocer.OFFER);
    assertBalanced(delivery);
    assertBalanced(offer);
    assertThat(delivery.at("/received/chat").asInt()).isPositive();
    assertThat(delivery.at("/received/sms").asInt()).isPositive();
    assertThat(offer.at("/received/email").asInt()).isGreaterThan(300);
    assertThat(offer.at("/skipped/OPEN_CASE").asInt()).isPositive();
    assertThat(offer.at("/skipped/OPTED_OUT").asInt()).isPositive();
    assertThat(offer.at("/skipped/NO_CONSENT").asInt()).isPositive();
    assertThat(offer.at("/skipped/SUPPRESSED_MANUAL").asInt()).isPositive();
    assertThat(delivery.at("/skipped/SUPPRESSED_HARD").asInt()).isPositive();
    assertThat(delivery.get("failed").asInt()).as("a mailbox that is gone").isPositive();
    assertThat(offer.get("deferred").asInt()).as("held by quiet hours").isPositive();
  }

  private static void assertBalanced(JsonNode message) {
    int skipped = 0;
    for (JsonNode count : message.get("skipped")) {
      skipped += count.asInt();
    }
    int received = 0;
    for (JsonNode count : message.get("received")) {
      received += count.asInt();
    }
    int accepted = message.get("accepted").asInt();
    assertThat(received).as("received of " + message).isEqualTo(accepted);
    assertThat(
            accepted
                + skipped
                + message.get("failed").asInt()
                + message.get("deferred").asInt()
                + message.get("unknown").asInt())
        .as("terms of " + message)
        .isEqualTo(message.get("planned").asInt())
        .isPositive();
  }

  private static JsonNode message(JsonNode report, String key) {
    return StreamSupport.stream(report.get("messages").spliterator(), false)
        .filter(message -> message.get("key").asText().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " is not in " + report));
  }

  /** On free ports, with what else the environment says. */
  static Process demo(Path root, Path output, Map<String, String> environment) throws IOException {
    Path built = root.resolve("deploy/local/target");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-Dcampanile.root=" + root,
                "-Dcampanile.terminal=false",
                "-cp",
                built.resolve("classes") + ":" + built.resolve("lib") + "/*",
                "dev.campanile.local.cli.Main",
                "demo")
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    for (String port : PORTS) {
      builder.environment().put("CAMPANILE_PORT_" + port, String.valueOf(FreePort.any()));
    }
    builder.environment().putAll(environment);
    return builder.start();
  }
}
