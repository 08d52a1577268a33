package dev.campanile.gateway.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Run;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class MessageResourceTest {

  @Inject Wire wire;
  @Inject Seen seen;

  @Test
  void withoutTheKeyNothingIsTold() {
    given().get("/v1/messages/" + UUID.randomUUID()).then().statusCode(401);
    given().get("/v1/runs/" + UUID.randomUUID() + "/ledger").then().statusCode(401);
  }

  @Test
  void aMessageThatIsNotThereIsAProblem() {
    keyed()
        .get("/v1/messages/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    keyed().get("/v1/messages/7").then().statusCode(400).body("code", equalTo("INVALID"));
    keyed().get("/v1/messages").then().statusCode(400);
  }

  @Test
  void aRunIsReadPageByPageEachMessageOnce() {
    Run run = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    List<Customer> customers = Stream.generate(Customer::any).limit(7).toList();
    wire.request(Lane.URGENT, run.requests(customers));
    seen.awaitBooks(run.id(), "deferred", 7);

    Set<String> ids = new HashSet<>();
    String cursor = "";
    do {
      JsonNode page = seen.get("/v1/messages?limit=3&run=" + run.id() + cursor);
      page.path("data")
          .forEach(message -> assertThat(ids.add(message.path("id").asText())).isTrue());
      JsonNode next = page.path("nextCursor");
      cursor = next.isTextual() ? "&cursor=" + next.asText() : "";
    } while (!cursor.isEmpty());

    assertThat(ids).hasSize(7);
  }

  @Test
  void aCustomersMessagesAreReadNewestFirst() {
    Customer ana = Customer.any();
    Run first = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    Run second = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    wire.request(Lane.URGENT, first.requests(List.of(ana)));
    seen.awaitBooks(first.id(), "deferred", 1);
    wire.request(Lane.URGENT, second.requests(List.of(ana)));
    seen.awaitBooks(second.id(), "deferred", 1);

    JsonNode newest = seen.get("/v1/messages?limit=1&profile=" + ana.id());
    JsonNode oldest =
        seen.get(
            "/v1/messages?limit=1&profile="
                + ana.id()
                + "&cursor="
                + newest.path("nextCursor").asText());

    assertThat(newest.at("/data/0/runId").asText()).isEqualTo(second.id().toString());
    assertThat(oldest.at("/data/0/runId").asText()).isEqualTo(first.id().toString());
  }

  private static RequestSpecification keyed() {
    return given().header("Authorization", "Bearer " + PlatformResource.API_KEY);
  }
}
