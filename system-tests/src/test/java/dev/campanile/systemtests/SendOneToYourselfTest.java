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

/**
 * The demo with "real" providers, which are a second local mail server and a second Twilio that see
 * whom they reach.
 */
@ExtendWith(OneDemoAtATime.class)
class SendOneToYourselfTest {

  private static final String YOU = "you@example.com";
  private static final String YOUR_NUMBER = "+393335550101";

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
    environment.putAll(realTwilio());
    environment.put("CAMPANILE_ALLOW_LIST", YOU + "," + YOUR_NUMBER + ",@nobody.example");
    environment.put("CAMPANILE_SMTP_FROM", "You <you@example.com>");
    Path output = folder.resolve("demo.txt");

    Process demo = demo(output, environment);
    boolean ended = demo.waitFor(240, TimeUnit.SECONDS);
    if (!ended) {
      demo.destroy();
    }

    assertThat(ended).as("the demo ends:\n" + Api.read(output)).isTrue();
    assertThat(demo.exitValue()).as(Api.read(output)).isZero();
    JsonNode mails = received("EMAIL");
    assertThat(mails).as("the offer and the delivery").hasSize(2);
    for (JsonNode mail : mails) {
      assertThat(mail.get("to").asText()).isEqualTo(YOU);
      assertThat(mail.get("from").asText()).contains("you@example.com");
    }
    JsonNode texts = received("SMS");
    assertThat(texts).isNotEmpty();
    for (JsonNode text : texts) {
      assertThat(text.get("to").asText()).isEqualTo(YOUR_NUMBER);
      assertThat(text.get("from").asText()).isEqualTo("+390612349999");
      assertThat(text.get("status").asText()).isEqualTo("delivered");
    }
    JsonNode report =
        Api.json(Api.read(Installation.repository().resolve("target/demo/report.json")));
    assertThat(report.at("/messages/1/skipped/RECIPIENT_NOT_ALLOWED").asInt()).isGreaterThan(300);
  }

  private JsonNode received(String channel) {
    Api simulators = new Api(real.outside().at("/simulators/baseUrl").asText(), "");
    await().atMost(Duration.ofSeconds(10)).until(() -> !received(simulators, channel).isEmpty());
    return received(simulators, channel);
  }

  private static JsonNode received(Api simulators, String channel) {
    return simulators.get("/simulators/messages?channel=" + channel);
  }

  private Map<String, String> realTwilio() {
    int gateway = FreePort.any();
    JsonNode twilio = real.outside().get("twilio");
    return Map.of(
        "CAMPANILE_TWILIO_ACCOUNT_SID", twilio.get("accountSid").asText(),
        "CAMPANILE_TWILIO_AUTH_TOKEN", twilio.get("authToken").asText(),
        "CAMPANILE_TWILIO_BASE_URL", twilio.get("baseUrl").asText(),
        "CAMPANILE_TWILIO_SMS_FROM", "+390612349999",
        "CAMPANILE_PORT_GATEWAY", Integer.toString(gateway),
        "CAMPANILE_PUBLIC_URL", "http://127.0.0.1:" + gateway);
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
