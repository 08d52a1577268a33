package dev.campanile.campaign.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.campanile.campaign.Api;
import dev.campanile.campaign.Kafka;
import dev.campanile.campaign.ServiceTest;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.Topic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class PublishingTest {

  @Test
  void freezesAVersionAndTellsTheGateway() {
    Api.put("/v1/brands/green-basket", Api.BRAND);
    Api.put("/v1/contents/frozen", Api.CONTENT).statusCode(201);
    Api.put("/v1/contents/frozen", Api.CONTENT).statusCode(200);

    Api.publish("frozen")
        .statusCode(200)
        .body("key", equalTo("frozen"))
        .body("version", equalTo(1))
        .body("smsParts.en", equalTo(1));
    Api.publish("frozen").body("version", equalTo(1));
    Api.putAgain("/v1/contents/frozen", Api.CONTENT.replace("today", "tomorrow"));
    Api.publish("frozen").body("version", equalTo(2));

    try (Kafka kafka = new Kafka()) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(published(kafka, "frozen"))
                      .extracting(ContentVersion::ref)
                      .containsExactly(new ContentRef("frozen", 1), new ContentRef("frozen", 2)));
      assertThat(kafka.all(Topic.CONTENT_PUBLISHED.topicName()))
          .anyMatch(entry -> "frozen:2".equals(entry.key()));
      assertThat(published(kafka, "frozen").getLast().variables())
          .extracting(ContentVersion.Variable::name)
          .containsExactly("firstName", "orderNumber");
    }
  }

  @Test
  void givesTheDraftBackAsItWasWritten() {
    Api.put("/v1/contents/as-written", Api.CONTENT);

    Api.get("/v1/contents/as-written")
        .statusCode(200)
        .body("variables.firstName.default", equalTo("there"))
        .body("locales.en.body", equalTo(List.of("It comes today.")));
    Api.get("/v1/contents/never-written").statusCode(404);
    Api.publish("never-written").statusCode(404);
  }

  @Test
  void needsABrandThatIsThere() {
    Api.put("/v1/contents/brandless", Api.CONTENT.replace("green-basket\"", "nobody\""));

    Api.publish("brandless").statusCode(400).body("errors[0].pointer", equalTo("/brand"));
  }

  private static List<ContentVersion> published(Kafka kafka, String key) {
    return kafka.all(Topic.CONTENT_PUBLISHED, ContentVersion.class).stream()
        .filter(version -> version.ref().key().equals(key))
        .toList();
  }
}
