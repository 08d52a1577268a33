package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code kill -9} of the gateway while it sends the demo's two campaigns. */
class KilledGatewayTest {

  @Test
  void noCustomerGetsAMessageTwiceAndEveryDoubtIsExplained() {
    try (Installation installation = Installation.start()) {
      Grocer grocer = new Grocer(installation).opens();
      Witness witness = new Witness(installation);
      grocer.imports(grocer.customersOfTheDemo());
      slowProviders(installation);

      witness.watches(grocer.launchesWatched(Grocer.DELIVERY));
      witness.watches(grocer.launchesWatched(Grocer.OFFER));
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> receivedSoFar(installation) > 60);
      installation.kill(Service.GATEWAY);
      assertThat(receivedSoFar(installation)).as("killed in the middle").isLessThan(600);
      installation.restart(Service.GATEWAY);
      grocer.awaitAnswers(Grocer.DELIVERY);
      grocer.awaitAnswers(Grocer.OFFER);

      witness.assertAllHolds(Faults.MOST_IN_FLIGHT);
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
}
