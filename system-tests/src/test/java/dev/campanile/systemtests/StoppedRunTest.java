package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.systemtests.OneInstallation.Shared;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pause, resume, cancel and kill, from the call to the customers and back into the report. */
@ExtendWith(OneInstallation.class)
class StoppedRunTest {

  /** What is being handed over is let finish; a slow provider takes two of them. */
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private static final Duration AS_LONG_AGAIN = Duration.ofSeconds(3);

  private static final String TO_A_GUEST =
      """
      {"content":"order-out-for-delivery","to":{"email":"guest@example.com","locale":"it"},
       "data":{"orderNumber":"B-1","deliveryWindow":"17:00-18:00"}}""";

  private final Installation installation;
  private final Crowd crowd;
  private final Witness witness;

  StoppedRunTest(Shared shared) {
    installation = shared.installation();
    crowd = shared.crowd();
    witness = new Witness(installation);
  }

  @BeforeEach
  void providersAreSlow() {
    crowd.providersAreQuickAndEmpty();
    crowd.sendsSlowly();
  }

  @AfterEach
  void everythingGoesOn() {
    installation.campaign().post("/v1/sending:resume", "");
    crowd.providersAreQuickAndEmpty();
  }

  @Test
  void aPausedRunStopsWithinSecondsAndGoesOnWhereItWas() throws Exception {
    isSending("paused");

    installation.campaign().post("/v1/campaigns/paused:pause", "");

    assertNothingComesAnyMore();
    assertThat(report("paused").get("state").asText()).isEqualTo("PAUSED");
    installation.campaign().post("/v1/campaigns/paused:resume", "");
    JsonNode report = crowd.grocer().awaitAnswers("paused");
    assertThat(report.at("/books/accepted").asInt()).isEqualTo(Crowd.SIZE);
    witness.assertAllHolds(0);
  }

  @Test
  void aCancelledRunStopsWithinSecondsForGood() throws Exception {
    isSending("cancelled");

    installation.campaign().post("/v1/campaigns/cancelled:cancel", "");

    assertNothingComesAnyMore();
    assertTheRestWasSkipped("cancelled", "RUN_CANCELLED");
    witness.assertAllHolds(0);
  }

  @Test
  void aKillStopsEverythingForGoodAndWhatIsAskedForAfterwardsGoes() throws Exception {
    isSending("killed");

    installation.campaign().post("/v1/sending:kill", "");

    assertNothingComesAnyMore();
    assertTheRestWasSkipped("killed", "KILLED");
    witness.assertAllHolds(0);

    int before = crowd.received();
    installation.campaign().post("/v1/sending:resume", "");
    installation.campaign().post("/v1/messages", TO_A_GUEST, named());
    await().atMost(Duration.ofSeconds(30)).until(() -> crowd.received() == before + 1);
    assertNothingComesAnyMore();
  }

  /** Until the gateway has all of its messages: what it never heard of is in no ledger of its. */
  private void isSending(String campaign) {
    witness.watches(crowd.launches(campaign));
    crowd.awaitReceived(30);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                report(campaign).get("audienceComplete").asBoolean()
                    && report(campaign).at("/books/pending").asInt() == 0);
  }

  private void assertNothingComesAnyMore() throws InterruptedException {
    Thread.sleep(WITHIN);
    int stopped = crowd.received();
    Thread.sleep(AS_LONG_AGAIN);
    assertThat(crowd.received()).as("received after the stop").isEqualTo(stopped);
  }

  private void assertTheRestWasSkipped(String campaign, String reason) {
    JsonNode report = crowd.grocer().awaitAnswers(campaign);
    int received = crowd.received();
    assertThat(received).isLessThan(Crowd.SIZE);
    assertThat(report.at("/books/accepted").asInt()).isEqualTo(received);
    assertThat(report.get("skippedByReason"))
        .isEqualTo(Api.json("{\"%s\":%d}".formatted(reason, Crowd.SIZE - received)));
  }

  private JsonNode report(String campaign) {
    return crowd.grocer().report(campaign);
  }

  private static Map<String, String> named() {
    return Map.of("Idempotency-Key", UUID.randomUUID().toString());
  }
}
