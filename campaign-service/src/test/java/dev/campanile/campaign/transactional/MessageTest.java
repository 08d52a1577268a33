package dev.campanile.campaign.transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.campanile.campaign.Api;
import dev.campanile.campaign.Kafka;
import dev.campanile.campaign.Profiles;
import dev.campanile.campaign.ServiceTest;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.MessageRef;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Source;
import dev.campanile.contracts.Topic;
import dev.campanile.testing.TestClock;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class MessageTest {

  private static final Instant NOW = TestClock.START;
  private static final String CONTENT = "order-news";

  private static final String TO_GUEST =
      """
      {"content":"order-news","to":{"email":"Guest@Example.com","locale":"it"},
       "data":{"orderNumber":"GB-7","notUsed":"x"},"expiresAfter":"PT1H"}
      """;

  @Inject TestClock clock;

  private final Kafka kafka = new Kafka();

  @BeforeEach
  void publish() {
    Api.put("/v1/brands/green-basket", Api.BRAND);
    Api.put("/v1/contents/" + CONTENT, Api.CONTENT);
    Api.publish(CONTENT).statusCode(200);
  }

  @AfterEach
  void close() {
    clock.reset();
    Api.asClient().post("/v1/sending:resume").then().statusCode(200);
    kafka.close();
  }

  @Test
  void asksTheGatewayOnTheUrgentLane() {
    String id =
        send("to-guest", TO_GUEST)
            .statusCode(202)
            .header("Location", containsString("/v1/messages/"))
            .body("status", containsString("http://127.0.0.1:18083/v1/messages/"))
            .extract()
            .path("messageId");

    MessageRequests asked = request(id);
    Recipient guest = asked.items().getFirst();
    assertThat(guest.to()).isEqualTo(new NamedAddress(Channel.EMAIL, "guest@example.com", "it"));
    assertThat(guest.profileId())
        .isEqualTo(ProfileId.ofAddress(Channel.EMAIL, "guest@example.com"));
    assertThat(guest.data()).isEqualTo(Map.of("orderNumber", "GB-7"));
    assertThat(asked.bucket()).isEqualTo(Bucket.of(guest.profileId()));
    assertThat(asked.content()).isEqualTo(new ContentRef(CONTENT, 1));
    assertThat(asked.category()).isEqualTo(Category.SERVICE);
    assertThat(asked.plan()).containsExactly(PlannedChannel.EMAIL);
    assertThat(asked.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(asked.source()).isInstanceOf(Source.Transactional.class);
  }

  @Test
  void theSameRequestTwiceIsOneMessage() {
    String id = send("twice", TO_GUEST).statusCode(202).extract().path("messageId");

    send("twice", TO_GUEST.replace(",\"", ", \"")).statusCode(202).body("messageId", equalTo(id));
    send("twice", TO_GUEST.replace("GB-7", "GB-8"))
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"))
        .body("messageId", equalTo(id));
    assertThat(requestsTo(id)).hasSize(1);
  }

  @Test
  void theSameRequestAtTheSameMomentIsOneMessage() throws Exception {
    Callable<String> send =
        () -> send("racing", TO_GUEST).statusCode(202).extract().path("messageId");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(IntStream.range(0, 12).mapToObj(_ -> send).toList());
      String first = answers.getFirst().get();
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(first);
      }
      assertThat(requestsTo(first)).hasSize(1);
    }
  }

  @Test
  void whatIsRefusedAtTheSameMomentTakesNothingElseWithIt() throws Exception {
    Profiles.knows(new Snapshot(new ProfileId(UUID.randomUUID()), "c-7", 1, "en", Map.of()));
    String data = ",\"data\":{\"orderNumber\":\"GB-1\"}}";
    Map<String, Integer> expected =
        Map.of(
            "{\"content\":\"order-news\",\"to\":{\"externalId\":\"c-7\"}" + data,
            202,
            "{\"content\":\"order-news\",\"to\":{\"externalId\":\"c-8\"}" + data,
            422,
            "{\"content\":\"order-news\",\"to\":{\"externalId\":\"c-7\"}}",
            422,
            "{\"content\":\"no-news\",\"to\":{\"externalId\":\"c-7\"}" + data,
            422);
    List<Map.Entry<String, Integer>> requests =
        IntStream.range(0, 8).boxed().flatMap(_ -> expected.entrySet().stream()).toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> sends =
          requests.stream()
              .map(
                  request ->
                      (Callable<Integer>)
                          () ->
                              send(UUID.randomUUID().toString(), request.getKey())
                                  .extract()
                                  .statusCode())
              .toList();
      var answers = threads.invokeAll(sends);
      for (int i = 0; i < requests.size(); i++) {
        assertThat(answers.get(i).get())
            .as(requests.get(i).getKey())
            .isEqualTo(requests.get(i).getValue());
      }
    }
  }

  @Test
  void aKeyMayBeUsedAnewAfterAWeek() {
    String first = send("weekly", TO_GUEST).statusCode(202).extract().path("messageId");
    clock.advance(Duration.ofDays(8));

    String second = send("weekly", TO_GUEST).statusCode(202).extract().path("messageId");

    assertThat(second).isNotEqualTo(first);
    Api.get("/v1/messages/" + first).statusCode(200);
  }

  @Test
  void namesEveryVariableThatNothingFills() {
    send("missing", "{\"content\":\"order-news\",\"to\":{\"phone\":\"+393331234567\"}}")
        .statusCode(422)
        .body("code", equalTo("MISSING_VARIABLES"))
        .body("missing", equalTo(List.of("orderNumber")))
        .body("errors[0].pointer", equalTo("/data/orderNumber"));
    // What was refused was not taken: mended, the same key sends.
    send("missing", TO_GUEST).statusCode(202);
  }

  @Test
  void takesFromTheProfileWhatTheRequestDoesNotSay() {
    var ana = new ProfileId(UUID.randomUUID());
    Profiles.knows(
        new Snapshot(ana, "c-1", 7, "en", Map.of("firstName", "Ana", "orderNumber", "GB-old")));

    String id =
        send(
                "profile",
                "{\"content\":\"order-news\",\"to\":{\"externalId\":\"c-1\"},"
                    + "\"data\":{\"orderNumber\":\"GB-9\"}}")
            .statusCode(202)
            .extract()
            .path("messageId");

    Recipient asked = request(id).items().getFirst();
    assertThat(asked.profileId()).isEqualTo(ana);
    assertThat(asked.cardVersion()).isEqualTo(7);
    assertThat(asked.to()).isNull();
    assertThat(asked.data()).isEqualTo(Map.of("firstName", "Ana", "orderNumber", "GB-9"));
    assertThat(request(id).plan())
        .containsExactly(
            PlannedChannel.PREFERRED,
            PlannedChannel.EMAIL,
            PlannedChannel.SMS,
            PlannedChannel.CHAT);
  }

  @Test
  void saysWhoIsNotKnown() {
    send("unknown", "{\"content\":\"order-news\",\"to\":{\"externalId\":\"nobody\"}}")
        .statusCode(422)
        .body("code", equalTo("PROFILE_UNKNOWN"))
        .body("errors[0].pointer", equalTo("/to"));
  }

  @Test
  void refusesWhatIsNotTransactional() {
    Api.put("/v1/contents/some-offer", Api.CONTENT.replace("SERVICE", "MARKETING"));
    Api.publish("some-offer").statusCode(200);

    send("marketing", TO_GUEST.replace("order-news", "some-offer"))
        .statusCode(422)
        .body("code", equalTo("CATEGORY_NOT_TRANSACTIONAL"));
    send("nothing", TO_GUEST.replace("order-news", "never-published"))
        .statusCode(422)
        .body("code", equalTo("CONTENT_NOT_PUBLISHED"))
        .body("errors[0].pointer", equalTo("/content"));
  }

  @Test
  void saysEverythingThatIsWrongWithTheRequest() {
    send(
            "wrong",
            "{\"to\":{\"phone\":\"333\",\"channel\":\"EMAIL\"},\"channels\":[],"
                + "\"expiresAfter\":\"soon\"}")
        .statusCode(400)
        .body("errors.pointer", hasItems("/content", "/to/channel", "/channels", "/expiresAfter"));
    send("typo", TO_GUEST.replace("\"to\"", "\"too\""))
        .statusCode(400)
        .body("code", equalTo("UNKNOWN_FIELD"))
        .body("errors[0].pointer", equalTo("/too"));
    send("two", TO_GUEST.replace("\"email\"", "\"externalId\":\"c-1\",\"email\""))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/to"));
    Api.asClient()
        .body(TO_GUEST)
        .post("/v1/messages")
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
  }

  @Test
  void sendsNothingWhileEverythingIsStoppedButStillReplays() {
    String id = send("before-kill", TO_GUEST).statusCode(202).extract().path("messageId");
    Api.asClient().post("/v1/sending:kill").then().statusCode(200);

    send("after-kill", TO_GUEST).statusCode(409).body("code", equalTo("SENDING_KILLED"));
    send("before-kill", TO_GUEST).statusCode(202).body("messageId", equalTo(id));
  }

  @Test
  void saysWhetherItWasTakenBeforeOrAfterAKill() {
    String before = send("taken-before", TO_GUEST).statusCode(202).extract().path("messageId");
    Api.asClient().post("/v1/sending:kill").then().statusCode(200);
    long kill = Api.get("/v1/sending").extract().jsonPath().getLong("version");
    Api.asClient().post("/v1/sending:resume").then().statusCode(200);
    String after = send("taken-after", TO_GUEST).statusCode(202).extract().path("messageId");

    assertThat(request(before).sendingVersion()).isEqualTo(kill - 1);
    assertThat(request(after).sendingVersion()).isEqualTo(kill + 1);
  }

  @Test
  void tellsWhatBecameOfIt() {
    String id = send("followed", TO_GUEST).statusCode(202).extract().path("messageId");
    Api.get("/v1/messages/" + id)
        .statusCode(200)
        .body("state", equalTo("REQUESTED"))
        .body("links.self", endsWith(id));

    MessageRequests asked = request(id);
    Recipient guest = asked.items().getFirst();
    var later = ref(asked, guest, 2);
    kafka.send(
        Topic.MESSAGE_RECEIPTS,
        asked.bucket(),
        new MessageReceipts(
            asked.bucket(),
            List.of(
                new Receipt.Accepted(later, Channel.EMAIL, 1, null, false, NOW),
                new Receipt.Deferred(
                    ref(asked, guest, 1), Channel.EMAIL, Reason.RETRY, NOW, NOW))));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                Api.get("/v1/messages/" + id)
                    .body("state", equalTo("ACCEPTED"))
                    .body("channel", equalTo("EMAIL")));
    Api.get("/v1/messages/" + UUID.randomUUID()).statusCode(404);
    Api.get("/v1/messages/x").statusCode(400);
  }

  private static MessageRef ref(MessageRequests asked, Recipient guest, int revision) {
    return new MessageRef(
        guest.messageId(), guest.profileId(), asked.source(), asked.plannedOn(), revision);
  }

  private MessageRequests request(String id) {
    return requestsTo(id).getFirst();
  }

  private List<MessageRequests> requestsTo(String id) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                kafka.all(Topic.MESSAGE_REQUESTS_URGENT, MessageRequests.class).stream()
                    .filter(r -> r.items().getFirst().messageId().toString().equals(id))
                    .toList(),
            found -> !found.isEmpty());
  }

  private static ValidatableResponse send(String key, String body) {
    return Api.asClient().header("Idempotency-Key", key).body(body).post("/v1/messages").then();
  }
}
