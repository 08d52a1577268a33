package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.systemtests.Customer.Group;
import dev.campanile.systemtests.OneInstallation.Shared;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a provider says of a message counts when it is signed, once, and never backwards. */
@ExtendWith(OneInstallation.class)
class CallbacksTest {

  private static final Customer LATE = Customer.of(Group.LATE, 0, "SMS");

  private final Installation installation;
  private final Crowd crowd;

  CallbacksTest(Shared shared) {
    installation = shared.installation();
    crowd = shared.crowd();
  }

  @AfterEach
  void providersBehaveAgain() {
    crowd.providersAreQuickAndEmpty();
  }

  @Test
  void callbacksThatAreRepeatedReorderedOrForgedChangeNothing() {
    Witness witness = new Witness(installation);
    crowd.providersAreQuickAndEmpty();
    installation.simulators().put("/simulators/twilio/behaviour", "{\"callbacks\":false}");
    crowd
        .grocer()
        .imports(Customer.HEADER + LATE.row())
        .finds(Group.LATE)
        .offers("callbacks", Group.LATE, "SMS");
    Launched run = witness.watches(crowd.grocer().launchesWatched("callbacks"));
    crowd.grocer().awaitAnswers("callbacks");
    JsonNode sent = installation.simulators().get("/simulators/messages?channel=SMS").get(0);
    Callback callback = new Callback(sent, installation.twilioToken());

    assertThat(callback.says("delivered")).isEqualTo(204);
    assertThat(callback.says("sent")).as("comes late").isEqualTo(204);
    assertThat(callback.says("delivered")).as("comes again").isEqualTo(204);
    assertThat(callback.says("queued")).as("comes much too late").isEqualTo(204);
    assertThat(callback.forges("undelivered")).isEqualTo(403);
    assertThat(callback.forges("failed")).isEqualTo(403);

    JsonNode message = new Ledger(installation).messagesOf(run.run()).getFirst();
    assertThat(message.get("state").asText()).isEqualTo("DELIVERED");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> crowd.grocer().report("callbacks").at("/confirmed/DELIVERED").asInt() == 1);
    assertThat(crowd.grocer().report("callbacks").get("confirmed")).hasSize(1);
    witness.assertAllHolds(0);
  }
}
