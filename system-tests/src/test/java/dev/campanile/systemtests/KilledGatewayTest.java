package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code kill -9} of the gateway while it sends the demo's two campaigns. */
class KilledGatewayTest {

  private static final Set<String> HANDED_OVER =
      Set.of("ACCEPTED", "DELIVERED", "BOUNCED", "COMPLAINED");
  private static final Set<String> IN_DOUBT = Set.of("UNKNOWN", "UNCERTAIN");

  @Test
  void noCustomerGetsAMessageTwiceAndEveryDoubtIsExplained() {
    try (Installation installation = Installation.start()) {
      Grocer grocer = new Grocer(installation).opens();
      grocer.imports(grocer.customersOfTheDemo());
      slowProviders(installation);

      String delivery = grocer.launches(Grocer.DELIVERY);
      String offer = grocer.launches(Grocer.OFFER);
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> receivedSoFar(installation) > 60);
      installation.kill(Service.GATEWAY);
      assertThat(receivedSoFar(installation)).as("killed in the middle").isLessThan(600);
      installation.restart(Service.GATEWAY);
      JsonNode deliveryReport = grocer.awaitAnswers(Grocer.DELIVERY);
      JsonNode offerReport = grocer.awaitAnswers(Grocer.OFFER);

      assertBalanced(deliveryReport);
      assertBalanced(offerReport);
      assertOnceOrExplained(installation, delivery, deliveryReport.get("planned").asInt());
      assertOnceOrExplained(installation, offer, offerReport.get("planned").asInt());
    }
  }

  private static void slowProviders(Installation installation) {
    Api simulators = installation.simulators();
    simulators.put("/simulators/mail/behaviour", "{\"delayMillis\":60}");
    simulators.put("/simulators/twilio/behaviour", "{\"delayMillis\":60}");
  }

  private static int receivedSoFar(Installation installation) {
    JsonNode counts = installation.simulators().get("/simulators/received");
    return counts.get("email").asInt() + counts.get("sms").asInt() + counts.get("chat").asInt();
  }

  private static void assertBalanced(JsonNode report) {
    int terms = 0;
    for (JsonNode term : report.get("books")) {
      terms += term.asInt();
    }
    assertThat(terms)
        .as("books of " + report)
        .isEqualTo(report.get("planned").asInt())
        .isPositive();
    assertThat(report.get("unreconciled").asInt()).isZero();
  }

  private static void assertOnceOrExplained(Installation installation, String run, int planned) {
    Ledger ledger = new Ledger(installation);
    Map<String, Integer> received = ledger.received();
    List<JsonNode> messages = ledger.messagesOf(run);

    assertThat(messages).hasSize(planned);
    for (JsonNode message : messages) {
      String state = message.get("state").asText();
      int copies = received.getOrDefault(message.get("id").asText(), 0);
      if (HANDED_OVER.contains(state)) {
        assertThat(copies).as("copies of " + message).isEqualTo(1);
      } else if (IN_DOUBT.contains(state)) {
        assertThat(copies).as("copies of " + message).isLessThanOrEqualTo(1);
      } else {
        assertThat(copies).as("copies of " + message).isZero();
      }
    }
    assertThat(states(messages)).doesNotContain("REQUESTED", "RESERVED", "SENDING");
  }

  private static Set<String> states(List<JsonNode> messages) {
    return messages.stream()
        .map(message -> message.get("state").asText())
        .collect(Collectors.toSet());
  }
}
