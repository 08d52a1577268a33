package dev.campanile.campaign;

import static dev.campanile.campaign.Api.CAMPAIGN;
import static dev.campanile.campaign.Api.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What somebody meets who does it for the first time, or twice. */
@ServiceTest
class NewcomerErrorsTest {

  @Test
  void aWrongKeyIsToldWhichHeaderToSend() {
    RestAssured.given()
        .header("Authorization", "Bearer not-the-key-0000000")
        .get("/v1/campaigns/any")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("UNAUTHORIZED"))
        .body("detail", containsString("Authorization: Bearer"));
  }

  @Test
  void anUnpublishedContentIsNotLaunched() {
    Api.put("/v1/brands/green-basket", Api.BRAND);
    Api.put("/v1/contents/unpublished", CONTENT);
    Api.put("/v1/campaigns/unpublished", CAMPAIGN.formatted("unpublished"));

    Api.launch("unpublished", "once")
        .statusCode(409)
        .body("code", equalTo("CONTENT_NOT_PUBLISHED"))
        .body("detail", containsString("POST /v1/contents/unpublished:publish"));

    Api.publish("unpublished").statusCode(200);
    Api.launch("unpublished", "once").statusCode(202);
  }

  @Test
  void aMisspeltVariableIsNamedWithWhatWasMeant() {
    Api.put("/v1/brands/green-basket", Api.BRAND);
    Api.put("/v1/contents/misspelt", CONTENT.replace("{{ firstName }}", "{{ fristName }}"));

    Api.publish("misspelt")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/locales/en/headline"))
        .body("detail", equalTo("`fristName` is not declared; did you mean `firstName`?"));
  }

  @Test
  void aSecondLaunchNamesTheRunThatIsThere() {
    Api.prepare("twice");
    String run = Api.launch("twice", "one").statusCode(202).extract().path("runId");

    Api.launch("twice", "two")
        .statusCode(409)
        .body("code", equalTo("CAMPAIGN_ALREADY_LAUNCHED"))
        .body("runId", equalTo(run))
        .body("detail", containsString(run));
    String second = Api.launchAgain("twice", "three").statusCode(202).extract().path("runId");

    assertThat(second).isNotEqualTo(run);
    Api.get("/v1/campaigns/twice/runs?limit=1")
        .body("data[0].runId", equalTo(second))
        .body("nextCursor", equalTo(second));
    Api.get("/v1/campaigns/twice/runs?limit=1&cursor=" + second)
        .body("data[0].runId", equalTo(run))
        .body("nextCursor", equalTo(null));
    Api.get("/v1/campaigns/twice/report").body("runId", equalTo(second));
    Api.get("/v1/campaigns/twice/report?run=" + run).body("runId", equalTo(run));
  }

  @Test
  void aLaunchNeedsAnIdempotencyKey() {
    Api.prepare("keyless");

    Api.asClient()
        .post("/v1/campaigns/keyless:launch")
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
  }

  @Test
  void theSameRequestTwiceIsOneLaunch() {
    Api.prepare("replayed");
    String run =
        Api.launch("replayed", "one")
            .statusCode(202)
            .header("Location", endsWith("/v1/campaigns/replayed/report"))
            .extract()
            .path("runId");

    Api.launch("replayed", "one").statusCode(202).body("runId", equalTo(run));
    Api.launchAgain("replayed", "one")
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  /** Two systems that count their launches from one mean two launches. */
  @Test
  void theSameKeyOfAnotherCallerIsAnotherRequest() {
    Api.prepare("by-two");
    Api.launch("by-two", "1").statusCode(202);
    String other =
        Api.asClient()
            .body("{\"name\":\"other\",\"scopes\":[\"PUBLISHER\"]}")
            .post("/v1/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .path("secret");

    RestAssured.given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + other)
        .header("Idempotency-Key", "1")
        .contentType(ContentType.JSON)
        .post("/v1/campaigns/by-two:launch")
        .then()
        .statusCode(409)
        .body("code", equalTo("CAMPAIGN_ALREADY_LAUNCHED"));
  }

  @Test
  void launchesAtTheSameMomentMakeOneRun() throws Exception {
    Api.prepare("racing");
    Callable<Integer> launch = () -> Api.launch("racing", "one").extract().statusCode();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> launch).toList());
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(202);
      }
    }

    assertThat(Api.get("/v1/campaigns/racing/runs").extract().jsonPath().getList("data"))
        .hasSize(1);
  }

  @Test
  void anUnknownFieldIsRefusedWithItsPlace() {
    Api.put("/v1/contents/typo", CONTENT.replace("\"subject\"", "\"subjekt\""))
        .statusCode(400)
        .body("code", equalTo("UNKNOWN_FIELD"))
        .body("errors[0].pointer", equalTo("/locales/en/subjekt"));
    Api.put("/v1/campaigns/typo", CAMPAIGN.formatted("typo").replace("\"name\"", "\"nmae\""))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/nmae"));
  }

  @Test
  void aCampaignSaysEverythingThatIsWrongWithIt() {
    Api.put(
            "/v1/campaigns/wrong",
            "{\"content\":\"No Key\",\"channels\":[],\"expiresAfter\":\"soon\"}")
        .statusCode(400)
        .body(
            "errors.pointer",
            equalTo(
                List.of(
                    "/name", "/content", "/segment", "/category", "/channels", "/expiresAfter")));
    Api.put("/v1/brands/wrong", "{\"name\":\"X\",\"emailFrom\":\"nobody\",\"color\":\"green\"}")
        .statusCode(400)
        .body("errors.pointer", hasItem("/postalAddress"))
        .body("errors.pointer", hasItem("/color"));
    Api.put("/v1/campaigns/Not_A_Key", CAMPAIGN.formatted("x"))
        .statusCode(400)
        .body("code", equalTo("INVALID_KEY"));
  }

  @Test
  void aMissingBodyIsNotOurFault() {
    Api.asClient().put("/v1/brands/empty").then().statusCode(400);
    Api.asClient().put("/v1/contents/empty").then().statusCode(400);
    Api.asClient().put("/v1/campaigns/empty").then().statusCode(400);
  }

  @Test
  void aCampaignMustBeOfItsContentsCategory() {
    Api.prepare("category");
    Api.putAgain(
        "/v1/campaigns/category", CAMPAIGN.formatted("category").replace("SERVICE", "MARKETING"));

    Api.launch("category", "one")
        .statusCode(409)
        .body("code", equalTo("CONTENT_MISMATCH"))
        .body("detail", containsString("SERVICE"));
  }

  @Test
  void aCampaignThatWasNotLaunchedHasNoReport() {
    Api.prepare("unlaunched");

    Api.get("/v1/campaigns/unlaunched/report")
        .statusCode(404)
        .body("code", equalTo("NOT_LAUNCHED"));
    Api.get("/v1/campaigns/nothing/report").statusCode(404).body("code", equalTo("NOT_FOUND"));
  }
}
