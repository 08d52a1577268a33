package dev.campanile.profile.cases;

import static dev.campanile.profile.ProfileApi.api;
import static dev.campanile.profile.ProfileApi.idOf;
import static dev.campanile.profile.ProfileApi.imported;
import static dev.campanile.profile.ProfileApi.profile;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.campanile.contracts.BucketHeartbeat;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactUpdate;
import dev.campanile.contracts.Topic;
import dev.campanile.profile.ServiceTest;
import dev.campanile.profile.Topics;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@ServiceTest
class CaseTest {

  @Inject Topics topics;

  @Test
  void openingAndClosingACaseIsToldToTheGateway() {
    imported("externalId,email\ncase-a,case-a@example.com\n");
    UUID id = idOf("case-a");

    open(id, "late").then().statusCode(200).body("severity", equalTo("HIGH"));
    open(id, "late").then().statusCode(200);
    assertThat(profile("case-a").getList("openCases.key")).containsExactly("late");
    close(id, "late").then().statusCode(200).body("closedAt", notNullValue());
    close(id, "late").then().statusCode(200);

    List<ContactCard> cards = topics.cards(id, card -> card.version() == 3);
    assertThat(cards).extracting(ContactCard::version).containsExactly(1L, 2L, 3L);
    assertThat(cards).extracting(card -> card.openCases().size()).containsExactly(0, 1, 0);
  }

  @Test
  void openCasesAreListedWithTheLongestOpenFirst() {
    imported("externalId\ncase-l1\ncase-l2\n");
    for (String key : List.of("one", "two|of")) {
      open(idOf("case-l1"), key).then().statusCode(200);
      open(idOf("case-l2"), key).then().statusCode(200);
    }
    close(idOf("case-l2"), "one").then().statusCode(200);

    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      var page =
          api().get("/v1/cases?limit=1" + cursor).then().statusCode(200).extract().jsonPath();
      seen.addAll(page.getList("data.key", String.class));
      cursor =
          page.getString("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
    } while (!cursor.isEmpty());

    assertThat(seen).contains("one", "two|of");
    assertThat(seen).filteredOn("two|of"::equals).hasSize(2);
    api()
        .get("/v1/cases?cursor=bm90aGluZw")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_CURSOR"));
  }

  @Test
  void aCaseNobodyKnowsIsNotFound() {
    imported("externalId\ncase-b\n");

    close(idOf("case-b"), "none").then().statusCode(404);
    open(UUID.randomUUID(), "late").then().statusCode(404);
    api().get("/v1/profiles/not-an-id").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void aMissingBodyIsNotOurFault() {
    api()
        .contentType("application/json")
        .post("/v1/profiles/" + UUID.randomUUID() + "/cases")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID"))
        .body("errors[0].pointer", equalTo(""));
  }

  @Test
  void withoutTheKeyNothingIsShown() {
    given().get("/v1/profiles").then().statusCode(401);
    given().header("Authorization", "Bearer wrong").get("/v1/segments/x").then().statusCode(401);
  }

  @Test
  void everyBucketHasAHeartbeat() {
    Set<Integer> buckets =
        heartbeats(
            topics.read(Topic.PROFILE_CONTACTS.topicName(), seen -> heartbeats(seen).size() == 64));

    assertThat(buckets).hasSize(64);
  }

  private static Set<Integer> heartbeats(List<ConsumerRecord<String, byte[]>> seen) {
    return seen.stream()
        .map(one -> Topics.parsed(one, ContactUpdate.class))
        .filter(BucketHeartbeat.class::isInstance)
        .map(beat -> beat.bucket().value())
        .collect(Collectors.toSet());
  }

  private static Response open(UUID profile, String key) {
    return api()
        .contentType("application/json")
        .body("{\"key\":\"" + key + "\",\"severity\":\"HIGH\"}")
        .post("/v1/profiles/" + profile + "/cases");
  }

  private static Response close(UUID profile, String key) {
    return api().post("/v1/profiles/" + profile + "/cases/" + key + ":close");
  }
}
