package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The demo with a "real" mail server, which is a second local one that sees whom it reaches. */
@ExtendWith(OneDemoAtATime.class)
class SendOneToYourselfTest {

  private static final String YOU = "you@example.com";

  @TempDir Path folder = Path.of("");
  private Platform real;

  @BeforeEach
  void startsTheRealOne() {
    real = new Platform(Installation.repository(), folder);
    real.startAgain(Piece.OUTSIDE);
  }

  @AfterEach
  void stopsTheRealOne() {
    real.close();
  }

  @Test
  void withoutAnAllowListNothingStarts() throws Exception {
    Path output = folder.resolve("refused.txt");

    Process demo = demo(output, realMailServer());

    assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(demo.exitValue()).isEqualTo(1);
    assertThat(Api.read(output))
        .contains("CAMPANILE_SMTP_HOST names a real provider")
        .contains("set CAMPANILE_ALLOW_LIST to");
  }

  @Test
  void theDemoReachesYouAndNobodyElse() throws Exception {
    Map<String, String> environment = realMailServer();
    environment.put("CAMPANILE_ALLOW_LIST", YOU + ",@nobody.example");
    environment.put("CAMPANILE_SMTP_FROM", "You <you@example.com>");
    Path output = folder.resolve("demo.txt");

    Process demo = demo(output, environment);
    boolean ended = demo.waitFor(240, TimeUnit.SECONDS);
    if (!ended) {
      demo.destroy();
    }

    assertThat(ended).as("the demo ends:\n" + Api.read(output)).isTrue();
    assertThat(demo.exitValue()).as(Api.read(output)).isZero();
    JsonNode mails = received();
    assertThat(mails).as("the offer and the delivery").hasSize(2);
    for (JsonNode mail : mails) {
      assertThat(mail.get("to").asText()).isEqualTo(YOU);
      assertThat(mail.get("from").asText()).contains("you@example.com");
    }
    JsonNode report =
        Api.json(Api.read(Installation.repository().resolve("target/demo/report.json")));
    assertThat(report.at("/messages/1/skipped/RECIPIENT_NOT_ALLOWED").asInt()).isGreaterThan(300);
  }

  private JsonNode received() {
    Api simulators = new Api(real.outside().at("/simulators/baseUrl").asText(), "");
    await().atMost(Duration.ofSeconds(10)).until(() -> !received(simulators).isEmpty());
    return received(simulators);
  }

  private static JsonNode received(Api simulators) {
    return simulators.get("/simulators/messages?channel=EMAIL");
  }

  private Map<String, String> realMailServer() {
    Map<String, String> environment = new HashMap<>();
    environment.put("CAMPANILE_SMTP_HOST", real.outside().at("/smtp/host").asText());
    environment.put("CAMPANILE_SMTP_PORT", real.outside().at("/smtp/port").asText());
    environment.put("CAMPANILE_SMTP_TLS", "DISABLED");
    return environment;
  }

  private static Process demo(Path output, Map<String, String> environment) throws IOException {
    return DemoTest.demo(Installation.repository(), Files.createFile(output), environment);
  }
}
