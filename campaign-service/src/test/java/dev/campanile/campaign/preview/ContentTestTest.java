package dev.campanile.campaign.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.campanile.campaign.Api;
import dev.campanile.campaign.Kafka;
import dev.campanile.campaign.ServiceTest;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.Source;
import dev.campanile.contracts.Topic;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class ContentTestTest {

  private static final String TO_TWO =
      """
      {"to":[{"channel":"EMAIL","address":"Author@Example.com"},
             {"channel":"SMS","address":"+39 333 1234567","locale":"it"}],
       "data":{"orderNumber":"GB-1"}}
      """;

  private final Kafka kafka = new Kafka();

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void sendsTheDraftUnderANameOfItsOwn() {
    draft("tested");

    var sent = test("tested", "one", TO_TWO).statusCode(202).extract().jsonPath();

    int version = sent.getInt("content.version");
    assertThat(sent.getString("content.key")).isEqualTo("tested~test");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(kafka.all(Topic.CONTENT_PUBLISHED.topicName()))
                  .anyMatch(entry -> ("tested~test:" + version).equals(entry.key()));
              assertThat(requests("tested")).hasSize(2);
            });
    assertThat(requests("tested"))
        .allSatisfy(
            asked -> {
              assertThat(asked.content().version()).isEqualTo(version);
              assertThat(asked.sendingVersion()).isNotNull();
              assertThat(asked.items().getFirst().data()).containsEntry("orderNumber", "GB-1");
            })
        .extracting(asked -> asked.items().getFirst().to())
        .containsExactlyInAnyOrder(
            new NamedAddress(Channel.EMAIL, "author@example.com", null),
            new NamedAddress(Channel.SMS, "+393331234567", "it"));
    assertThat(sent.getList("messages.messageId"))
        .containsExactlyInAnyOrderElementsOf(
            requests("tested").stream()
                .map(asked -> (Object) asked.items().getFirst().messageId().toString())
                .toList());
    // Nothing was published for customers.
    assertThat(kafka.all(Topic.CONTENT_PUBLISHED, ContentVersion.class))
        .noneMatch(published -> published.ref().key().equals("tested"));
  }

  @Test
  void theSameTestTwiceIsOneTest() {
    draft("tested-twice");

    List<Object> first =
        test("tested-twice", "one", TO_TWO).statusCode(202).extract().path("messages.messageId");
    test("tested-twice", "one", TO_TWO).statusCode(202).body("messages.messageId", equalTo(first));
    test("tested-twice", "one", TO_TWO.replace("GB-1", "GB-2"))
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));

    await().untilAsserted(() -> assertThat(requests("tested-twice")).hasSize(2));
  }

  @Test
  void saysWhatStandsAgainstIt() {
    draft("not-testable");

    test(
            "not-testable",
            "one",
            "{\"to\":[{\"channel\":\"EMAIL\",\"address\":\"nobody\"},{\"channel\":\"PUSH\"}]}")
        .statusCode(400)
        .body("errors.pointer", hasItems("/to/0/address", "/to/1/channel"));
    test("not-testable", "one", "{\"to\":[]}")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/to"));
    test("not-testable", "one", TO_TWO.replace("orderNumber", "unused"))
        .statusCode(422)
        .body("code", equalTo("MISSING_VARIABLES"))
        .body("errors[0].pointer", equalTo("/data/orderNumber"));
    Api.put("/v1/contents/broken", Api.CONTENT.replace("{{ firstName }}", "{{ x }}"));
    test("broken", "one", TO_TWO)
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/locales/en/headline"));
    test("not-there", "one", TO_TWO).statusCode(404);
  }

  private List<MessageRequests> requests(String content) {
    return kafka.all(Topic.MESSAGE_REQUESTS_URGENT, MessageRequests.class).stream()
        .filter(r -> r.source() instanceof Source.Test(var key, _) && key.equals(content))
        .toList();
  }

  private static void draft(String key) {
    Api.put("/v1/brands/green-basket", Api.BRAND);
    Api.put("/v1/contents/" + key, Api.CONTENT).statusCode(201);
  }

  private static ValidatableResponse test(String content, String key, String body) {
    return Api.asClient()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/contents/" + content + ":test")
        .then();
  }
}
