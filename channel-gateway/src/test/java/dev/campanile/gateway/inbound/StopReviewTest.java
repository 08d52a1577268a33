package dev.campanile.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.campanile.contracts.Receipt;
import dev.campanile.gateway.revocation.Revocations;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sentence that asks to stop binds at once, and somebody reads it. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class StopReviewTest {

  private static final String BUSINESS = "+390200000001";
  private static final String SENTENCE = "please stop texting me";

  @Inject TwilioPost twilio;
  @Inject Database database;
  @Inject Revocations revocations;

  private final String customer = Customer.any().phone();

  @Test
  void whatIsNoStopIsTakenBackAndToldOnce() {
    String review = asked();
    assertThat(standing()).isEqualTo(1);

    decide(review, "NO_STOP").statusCode(200).body("verdict", equalTo("NO_STOP"));
    decide(review, "NO_STOP").statusCode(200);

    assertThat(standing()).isZero();
    List<Receipt> told = twilio.receiptsAbout(customer, 3);
    UUID no =
        told.stream()
            .filter(Receipt.Revoked.class::isInstance)
            .map(Receipt.Revoked.class::cast)
            .findFirst()
            .orElseThrow()
            .revocationId();
    assertThat(told)
        .filteredOn(Receipt.Restored.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Receipt.Restored.class, yes -> assertThat(yes.revocationIds()).containsExactly(no));
    assertThat(ids(true)).contains(review);
    asked();
    assertThat(ids(false)).isNotEmpty().doesNotContain(review);
  }

  @Test
  void aRealStopBesideItStays() {
    String review = asked();
    twilio.write(customer, BUSINESS, "STOP");

    decide(review, "NO_STOP").statusCode(200);

    assertThat(standing()).isEqualTo(1);
  }

  @Test
  void whatWasAStopStaysOne() {
    String review = asked();

    decide(review, "STOP").statusCode(200).body("decidedBy", equalTo("api-key"));

    assertThat(standing()).isEqualTo(1);
    decide(review, "NO_STOP").statusCode(409).body("code", equalTo("ALREADY_DECIDED"));
    assertThat(standing()).isEqualTo(1);
  }

  @Test
  void saysWhatIsWrongWithADecision() {
    decide(UUID.randomUUID().toString(), "STOP").statusCode(404);
    client()
        .body("{}")
        .post("/v1/stop-reviews/" + asked() + ":decide")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/verdict"));
  }

  @Test
  void pagesGoOnWhereTheyEnded() {
    String first = asked();
    String second = asked();

    List<String> seen =
        List.of(page("").getString("data[0].id"), page(next("")).getString("data[0].id"));

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(ids(false)).contains(first, second);
  }

  private String next(String query) {
    return "&cursor=" + page(query).getString("nextCursor");
  }

  private JsonPath page(String query) {
    return client()
        .get("/v1/stop-reviews?limit=1" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private String asked() {
    return twilio.asksToStop(customer, BUSINESS, SENTENCE);
  }

  private static List<String> ids(boolean decided) {
    return client()
        .get("/v1/stop-reviews?limit=200&decided=" + decided)
        .then()
        .statusCode(200)
        .body("data.text", hasItem(SENTENCE))
        .extract()
        .path("data.id");
  }

  private static ValidatableResponse decide(String review, String verdict) {
    return client()
        .body(Map.of("verdict", verdict))
        .post("/v1/stop-reviews/" + review + ":decide")
        .then();
  }

  private static RequestSpecification client() {
    return RestAssured.given()
        .header("Authorization", "Bearer " + PlatformResource.API_KEY)
        .contentType("application/json");
  }

  private int standing() {
    return database.read(handle -> revocations.activeAt(handle, List.of(customer)).size());
  }
}
