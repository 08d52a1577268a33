package dev.campanile.gateway.unsubscribe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Run;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class UnsubscribeTest {

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject LinkTokens tokens;

  private final Customer ana = Customer.any();

  @Test
  void oneClickEndsMarketingMailAtOnce() {
    String link = link(offer());

    given()
        .contentType(ContentType.URLENC)
        .body("List-Unsubscribe=One-Click")
        .redirects()
        .follow(false)
        .post(link)
        .then()
        .statusCode(200)
        .header("Set-Cookie", equalTo(null))
        .body(containsString("Grocer"));

    JsonNode said = seen.get("/v1/revocations?address=" + ana.email()).path("data");
    assertThat(said).hasSize(1);
    assertThat(said.get(0).path("topic").asText()).isEqualTo("MARKETING");
    assertThat(said.get(0).path("cause").asText()).isEqualTo("ONE_CLICK");

    MessageId next = request();
    seen.awaitState(next, "SKIPPED");
    assertThat(seen.get("/v1/messages/" + next).path("reason").asText()).isEqualTo("OPTED_OUT");
    assertThat(seen.received("EMAIL", ana.email())).isEqualTo(1);
  }

  @Test
  void aScannerThatOpensTheLinkUnsubscribesNobody() {
    String link = link(offer());

    given()
        .header("User-Agent", "Mozilla/5.0 (compatible; LinkScanner)")
        .get(link)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body(containsString("<form method=\"post\">"))
        .body(containsString("Grocer"));
    given().head(link).then().statusCode(200);
    given().options(link);

    assertThat(seen.get("/v1/revocations?address=" + ana.email()).path("data")).isEmpty();
  }

  @Test
  void theButtonOfThePageDoesTheSameAndASecondPressSaysNothingNew() {
    String link = link(offer());

    for (int press = 0; press < 2; press++) {
      given().contentType(ContentType.URLENC).body("from=page").post(link).then().statusCode(200);
    }

    JsonNode said = seen.get("/v1/revocations?address=" + ana.email()).path("data");
    assertThat(said).hasSize(1);
    assertThat(said.get(0).path("cause").asText()).isEqualTo("UNSUBSCRIBE_PAGE");
  }

  @Test
  void aLinkNobodyMadeChangesNothingAndTellsNothing() {
    String forged = link(new MessageId(UUID.randomUUID())).replaceFirst("/1\\.", "/2.");

    for (String link : List.of(forged, link(new MessageId(UUID.randomUUID())))) {
      given().header("Accept-Language", "it").get(link).then().statusCode(404);
      given()
          .header("Accept-Language", "it")
          .post(link)
          .then()
          .statusCode(404)
          .body(containsString("Questo link"))
          .body(not(containsString("Grocer")));
    }
  }

  @Test
  void revocationsAreNotForEverybody() {
    given().get("/v1/revocations?address=" + ana.email()).then().statusCode(401);
  }

  private MessageId offer() {
    wire.heartbeat(Bucket.of(ana.id()));
    wire.say(ana.card(1));
    MessageId message = request();
    seen.awaitState(message, "ACCEPTED");
    return message;
  }

  private MessageId request() {
    Run run = Run.of(Category.MARKETING, PlannedChannel.EMAIL);
    wire.publish(run.content());
    wire.request(Lane.BULK, run.requests(List.of(ana), 1));
    return run.messageFor(ana);
  }

  private String link(MessageId message) {
    return "/v1/unsubscribe/" + tokens.of(message);
  }
}
