package dev.campanile.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.campanile.campaign.Api;
import dev.campanile.campaign.Kafka;
import dev.campanile.campaign.ServiceTest;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunControl.State;
import dev.campanile.contracts.Topic;
import dev.campanile.testing.TestClock;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class RunControlTest {

  private static final Instant NOW = TestClock.START;

  private final Kafka kafka = new Kafka();

  @AfterEach
  void close() {
    Api.asClient().post("/v1/sending:resume").then().statusCode(200);
    kafka.close();
  }

  @Test
  void aPausedRunRequestsNothingUntilItIsResumed() {
    var run = LaunchedRun.of(kafka, "paused");
    control("paused", "pause").statusCode(200).body("state", equalTo("PAUSED"));
    var people = LaunchedRun.people(40);
    run.members(people);
    run.completed(people);
    run.awaitReport(report -> assertThat(report.getBoolean("audienceComplete")).isTrue());

    run.awaitReport(
        report -> {
          assertThat(report.getString("state")).isEqualTo("PAUSED");
          assertThat(report.getString("note")).contains(":resume");
          assertThat(report.getInt("books.pending")).isEqualTo(40);
        });
    assertThat(run.requests()).isEmpty();

    control("paused", "resume").statusCode(200).body("version", equalTo(3));
    run.awaitReport(report -> assertThat(report.getInt("books.requested")).isEqualTo(40));
    assertThat(controlsOf(run)).containsExactly(State.RUNNING, State.PAUSED, State.RUNNING);
  }

  @Test
  void whatIsSoAlreadyIsNotSaidAgain() {
    var run = LaunchedRun.of(kafka, "idempotent");

    control("idempotent", "resume").statusCode(200).body("version", equalTo(1));
    control("idempotent", "pause").statusCode(200).body("version", equalTo(2));
    control("idempotent", "pause").statusCode(200).body("version", equalTo(2));

    await()
        .untilAsserted(
            () -> assertThat(controlsOf(run)).containsExactly(State.RUNNING, State.PAUSED));
  }

  @Test
  void aCancelledRunBooksWhatWasNotRequestedAsSkipped() {
    var run = LaunchedRun.of(kafka, "cancelled");
    var people = LaunchedRun.people(1_200);
    run.members(people);
    run.completed(people);
    run.awaitReport(report -> assertThat(report.getInt("books.requested")).isGreaterThan(500));

    control("cancelled", "cancel").statusCode(200).body("state", equalTo("CANCELLED"));

    run.awaitReport(
        report -> {
          assertThat(report.getString("state")).isEqualTo("CANCELLED");
          assertThat(report.getInt("books.pending")).isZero();
          assertThat(report.getInt("books.requested") + report.getInt("books.skipped"))
              .isEqualTo(1_200);
          assertThat(report.getInt("skippedByReason.RUN_CANCELLED"))
              .isEqualTo(report.getInt("books.skipped"));
          assertThat(report.getInt("unreconciled")).isZero();
        });
    control("cancelled", "cancel").statusCode(200);
    control("cancelled", "resume")
        .statusCode(409)
        .body("code", equalTo("RUN_CANCELLED"))
        .body("detail", containsString("{\"repeat\":true}"));
  }

  @Test
  void membersThatComeAfterTheCancelAreSkippedToo() {
    var run = LaunchedRun.of(kafka, "late-members");
    control("late-members", "cancel").statusCode(200);
    var people = LaunchedRun.people(30);
    run.members(people);
    run.completed(people);

    run.awaitReport(
        report -> assertThat(report.getMap("skippedByReason")).containsEntry("RUN_CANCELLED", 30));
    assertThat(run.requests()).isEmpty();
  }

  @Test
  void whatHasEndedCannotBeStopped() {
    var run = LaunchedRun.of(kafka, "ended");
    ProfileId ana = LaunchedRun.people(1).getFirst();
    run.members(List.of(ana));
    run.completed(List.of(ana));
    run.awaitReport(report -> assertThat(report.getInt("books.requested")).isEqualTo(1));
    run.receipts(new Receipt.Accepted(run.ref(ana, 1), Channel.EMAIL, 1, null, false, NOW));
    run.awaitState("SETTLED");

    await()
        .untilAsserted(
            () ->
                control("ended", "pause")
                    .statusCode(409)
                    .body("code", equalTo("RUN_ENDED"))
                    .body("runId", equalTo(run.id().toString())));
    control("ended", "cancel").statusCode(409);
  }

  @Test
  void namesWhatIsNotThere() {
    Api.prepare("never-launched");

    control("never-launched", "pause").statusCode(409).body("code", equalTo("NOT_LAUNCHED"));
    control("nothing", "pause").statusCode(404);
    Api.asClient()
        .body("{\"run\":\"x\"}")
        .post("/v1/campaigns/never-launched:pause")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/run"));
  }

  @Test
  void theKillSwitchSkipsWhatIsPendingOfEveryRunForGood() {
    var run = LaunchedRun.of(kafka, "killed");
    control("killed", "pause").statusCode(200);
    var people = LaunchedRun.people(60);
    run.members(people.subList(0, 30));
    run.awaitReport(report -> assertThat(report.getInt("books.pending")).isEqualTo(30));

    Api.asClient()
        .body("{\"reason\":\"a wrong price\"}")
        .post("/v1/sending:kill")
        .then()
        .statusCode(200)
        .body("state", equalTo("KILLED"))
        .body("by", equalTo("api-key"));
    Api.get("/v1/sending").body("reason", equalTo("a wrong price"));
    run.awaitReport(
        report -> assertThat(report.getMap("skippedByReason")).containsEntry("KILLED", 30));

    Api.prepare("while-killed");
    Api.launch("while-killed", "one")
        .statusCode(409)
        .body("code", equalTo("SENDING_KILLED"))
        .body("detail", containsString("POST /v1/sending:resume"));
    Api.asClient().post("/v1/sending:pause").then().statusCode(409);
    Api.asClient().post("/v1/sending:resume").then().statusCode(200);
    run.members(people);
    run.completed(people);

    run.awaitReport(
        report -> {
          assertThat(report.getString("state")).isEqualTo("CANCELLED");
          assertThat(report.getMap("skippedByReason")).containsEntry("KILLED", 60);
          assertThat(report.getInt("unreconciled")).isZero();
        });
    assertThat(run.requests()).isEmpty();
    assertThat(controlsOf(run)).endsWith(State.CANCELLED);
    Api.launch("while-killed", "one").statusCode(202);
  }

  @Test
  void theGatewayIsToldOfTheLastKillWithAllThatIsSaidOfEverythingLater() {
    Api.asClient().post("/v1/sending:kill").then().statusCode(200);
    long kill = Api.get("/v1/sending").extract().jsonPath().getLong("version");
    Api.asClient().post("/v1/sending:resume").then().statusCode(200);
    Api.asClient().post("/v1/sending:pause").then().statusCode(200);

    await()
        .untilAsserted(
            () ->
                assertThat(kafka.all(Topic.RUN_CONTROLS, RunControl.class))
                    .contains(
                        new RunControl(RunControl.EVERYTHING, State.CANCELLED, kill, kill),
                        new RunControl(RunControl.EVERYTHING, State.RUNNING, kill + 1, kill),
                        new RunControl(RunControl.EVERYTHING, State.PAUSED, kill + 2, kill)));
  }

  @Test
  void whileEverythingIsPausedRunsAreLaunchedButWait() {
    Api.asClient().post("/v1/sending:pause").then().statusCode(200);
    var run = LaunchedRun.of(kafka, "all-paused");
    var people = LaunchedRun.people(20);
    run.members(people);
    run.completed(people);

    run.awaitReport(
        report -> {
          assertThat(report.getString("state")).isEqualTo("PAUSED");
          assertThat(report.getString("note")).contains("/v1/sending:resume");
          assertThat(report.getInt("books.pending")).isEqualTo(20);
        });
    Api.asClient().post("/v1/sending:resume").then().statusCode(200);
    run.awaitReport(report -> assertThat(report.getInt("books.requested")).isEqualTo(20));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(kafka.all(Topic.RUN_CONTROLS, RunControl.class))
                    .filteredOn(control -> control.scope().equals(RunControl.EVERYTHING))
                    .extracting(RunControl::state)
                    .endsWith(State.PAUSED, State.RUNNING));
  }

  private List<State> controlsOf(LaunchedRun run) {
    return kafka.all(Topic.RUN_CONTROLS, RunControl.class).stream()
        .filter(control -> control.scope().equals(run.id().toString()))
        .map(RunControl::state)
        .toList();
  }

  private static ValidatableResponse control(String campaign, String action) {
    return Api.asClient().post("/v1/campaigns/" + campaign + ":" + action).then();
  }
}
