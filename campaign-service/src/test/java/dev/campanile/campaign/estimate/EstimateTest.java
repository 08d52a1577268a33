package dev.campanile.campaign.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.campanile.campaign.Api;
import dev.campanile.campaign.Kafka;
import dev.campanile.campaign.Profiles;
import dev.campanile.campaign.ServiceTest;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.contracts.Reach;
import dev.campanile.contracts.Reach.Unreachable;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Topic;
import dev.campanile.testing.TestClock;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ServiceTest
class EstimateTest {

  @Test
  void saysWhomALaunchWouldReachAndWhatTheyLack() {
    prepare("estimated", Api.BRAND);
    Profiles.reach("estimated", reach(1_000, 960, Map.of("orderNumber", 312L), 312));

    estimate("estimated")
        .statusCode(200)
        .body("members", equalTo(1000))
        .body("reachable", equalTo(960))
        .body("reachableByChannel.EMAIL", equalTo(960))
        .body("unreachable[0].reason", equalTo("OPTED_OUT"))
        .body("unreachable[0].people", equalTo(40))
        .body(
            "missingVariables",
            equalTo(List.of("312 of 1,000 lack `orderNumber`; add `| default: …`")))
        .body("refusals[0].code", equalTo("MISSING_VARIABLES"));
    launch("estimated", "{}")
        .statusCode(409)
        .body("code", equalTo("MISSING_VARIABLES"))
        .body("detail", containsString("312 of 1,000 lack `orderNumber`"))
        .body("detail", containsString("{\"confirm\":[\"MISSING_VARIABLES\"]}"));
    launch("estimated", "{\"confirm\":[\"MISSING_VARIABLES\"]}").statusCode(202);
  }

  @Test
  void aFewWhoLackSomethingHoldNobodyUp() {
    prepare("a-few", Api.BRAND);
    Profiles.reach("a-few", reach(1_000, 1_000, Map.of("orderNumber", 10L), 10));

    estimate("a-few").body("refusals", empty());
    launch("a-few", "{}").statusCode(202);
  }

  @Test
  void whatIsNotThereOrReachesNobodyIsNotLaunched() {
    prepare("empty-segment", Api.BRAND);
    Profiles.reach("empty-segment", reach(0, 0, Map.of(), 0));
    launch("empty-segment", "{}")
        .statusCode(409)
        .body("code", equalTo("SEGMENT_EMPTY"))
        .body("detail", containsString("/v1/segments/empty-segment:preview"));

    prepare("unknown-segment", Api.BRAND);
    Profiles.knowsNoSegment("unknown-segment");
    launch("unknown-segment", "{}").statusCode(409).body("code", equalTo("SEGMENT_UNKNOWN"));
    estimate("unknown-segment").statusCode(409).body("code", equalTo("SEGMENT_UNKNOWN"));

    prepare("unreachable", Api.BRAND);
    Profiles.reach("unreachable", reach(40, 0, Map.of(), 0));
    launch("unreachable", "{}")
        .statusCode(409)
        .body("code", equalTo("NOBODY_REACHABLE"))
        .body("unreachable[0].people", equalTo(40));
  }

  @Test
  void aBrandWithoutTheSenderOfAPlannedChannelIsNotLaunched() {
    prepare(
        "no-sender", Api.BRAND.replaceAll("\"smsFrom\":\"[^\"]*\",", ""), "[\"EMAIL\",\"SMS\"]");

    launch("no-sender", "{}")
        .statusCode(409)
        .body("code", equalTo("BRAND_LACKS_SENDER"))
        .body("field", equalTo("smsFrom"))
        .body("detail", containsString("PUT /v1/brands/green-basket-no-sender"));
  }

  @Test
  void chatAloneNeedsATemplate() {
    prepare("chat-only", Api.BRAND, "[\"CHAT\"]");

    launch("chat-only", "{}").statusCode(409).body("code", equalTo("CHAT_WITHOUT_TEMPLATE"));
  }

  @Test
  void whoeverWouldGetAChatOnlyInsideItsWindowIsCounted() {
    prepare("chat-first", Api.BRAND, "[\"CHAT\",\"EMAIL\"]");
    Profiles.reach(
        "chat-first",
        new Reach(
            50,
            Map.of(Channel.CHAT, 30L, Channel.EMAIL, 20L),
            List.of(),
            Map.of(),
            0,
            TestClock.START));

    estimate("chat-first").body("refusals[0].code", equalTo("CHAT_WITHOUT_TEMPLATE"));
    launch("chat-first", "{}")
        .statusCode(409)
        .body("code", equalTo("CHAT_WITHOUT_TEMPLATE"))
        .body("people", equalTo(30))
        .body("detail", containsString("{\"confirm\":[\"CHAT_WITHOUT_TEMPLATE\"]}"));
    launch("chat-first", "{\"confirm\":[\"CHAT_WITHOUT_TEMPLATE\"]}").statusCode(202);

    prepare("chat-behind", Api.BRAND, "[\"EMAIL\",\"CHAT\"]");
    Profiles.reach("chat-behind", reach(50, 50, Map.of(), 0));
    launch("chat-behind", "{}").statusCode(202);
  }

  @Test
  void whoeverWouldGetATemplateThatIsNotApprovedIsCounted() {
    String sid = "HX00000000000000000000000000e57a01";
    try (Kafka kafka = new Kafka()) {
      kafka.send(Topic.CHAT_TEMPLATES, Bucket.of(sid), template(sid, "rejected", 1));
      prepareWithTemplate("not-approved", sid);

      estimate("not-approved").body("refusals[0].code", equalTo("CHAT_TEMPLATE_NOT_APPROVED"));
      launch("not-approved", "{}")
          .statusCode(409)
          .body("code", equalTo("CHAT_TEMPLATE_NOT_APPROVED"))
          .body("templates." + sid, equalTo("rejected"))
          .body("detail", containsString("30 would be reached by chat first"))
          .body("detail", containsString("{\"confirm\":[\"CHAT_TEMPLATE_NOT_APPROVED\"]}"));

      kafka.send(Topic.CHAT_TEMPLATES, Bucket.of(sid), template(sid, "approved", 2));
      await().untilAsserted(() -> estimate("not-approved").body("refusals", empty()));
      launch("not-approved", "{ }").statusCode(202);
    }
  }

  @Test
  void aTemplateNobodyHeardOfIsWaitedForAndThenSaid() {
    prepareWithTemplate("unheard", "HX00000000000000000000000000e57a02");

    launch("unheard", "{}")
        .statusCode(409)
        .body("code", equalTo("CHAT_TEMPLATE_NOT_APPROVED"))
        .body("detail", containsString("not heard of yet"));
    launch("unheard", "{\"confirm\":[\"CHAT_TEMPLATE_NOT_APPROVED\"]}").statusCode(202);
  }

  private static ProviderTemplate template(String sid, String status, int minutes) {
    return new ProviderTemplate(
        sid,
        status.equals("approved"),
        status,
        "Ciao {{1}}",
        List.of(),
        TestClock.START.plus(Duration.ofMinutes(minutes)));
  }

  private static void prepareWithTemplate(String name, String sid) {
    prepare(name, Api.BRAND, "[\"CHAT\",\"EMAIL\"]");
    Api.putAgain(
        "/v1/contents/" + name,
        Api.CONTENT
            .replace("\"green-basket\"", "\"green-basket-" + name + "\"")
            .replace(
                "\"body\":[\"It comes today.\"]",
                "\"body\":[\"It comes today.\"],\"chat\":{\"template\":{\"sid\":\""
                    + sid
                    + "\",\"variables\":[\"{{ firstName }}\"]}}"));
    Api.publish(name).statusCode(200);
    Profiles.reach(
        name,
        new Reach(
            50,
            Map.of(Channel.CHAT, 30L, Channel.EMAIL, 20L),
            List.of(),
            Map.of(),
            0,
            TestClock.START));
  }

  @Test
  void nothingHappensWhileProfileServiceDoesNotSayWhomItReaches() {
    prepare("silent", Api.BRAND);
    Profiles.neverAnswersFor("silent");

    launch("silent", "{}")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("REACH_UNKNOWN"));
    estimate("silent").statusCode(503).body("code", equalTo("REACH_UNKNOWN"));

    assertThat(Api.get("/v1/campaigns/silent/runs").extract().jsonPath().getList("data")).isEmpty();
    Profiles.reach("silent", reach(10, 10, Map.of(), 0));
    launch("silent", "{}").statusCode(202);
  }

  @Test
  void oneSlowCountHoldsNoLaunchUp() {
    prepare("slow-once", Api.BRAND);
    Profiles.isSlowFor("slow-once", 1);

    launch("slow-once", "{}").statusCode(202);
  }

  @Test
  void whoAcceptsNotToKnowLaunchesWithoutTheEstimate() {
    prepare("slow", Api.BRAND);
    Profiles.isSlowFor("slow", 3);

    launch("slow", "{}")
        .statusCode(409)
        .body("code", equalTo("REACH_UNKNOWN"))
        .body("confirm", equalTo("REACH_UNKNOWN"))
        .body("detail", containsString("{\"confirm\":[\"REACH_UNKNOWN\"]}"));
    launch("slow", "{\"confirm\":[\"REACH_UNKNOWN\"]}").statusCode(202);
  }

  @Test
  void whatIsWrongWhomeverItReachesIsRefusedEvenThen() {
    prepare(
        "slow-no-sender",
        Api.BRAND.replaceAll("\"smsFrom\":\"[^\"]*\",", ""),
        "[\"EMAIL\",\"SMS\"]");
    Profiles.isSlowFor("slow-no-sender", 5);

    launch("slow-no-sender", "{\"confirm\":[\"REACH_UNKNOWN\"]}")
        .statusCode(409)
        .body("code", equalTo("BRAND_LACKS_SENDER"));
  }

  @Test
  void whatWasLaunchedIsAnsweredAgainEvenThen() {
    prepare("answered", Api.BRAND);
    String run = launch("answered", "{}").statusCode(202).extract().path("runId");
    Profiles.neverAnswersFor("answered");

    launch("answered", "{}").statusCode(202).body("runId", equalTo(run));
  }

  private static Reach reach(
      long members, long reachable, Map<String, Long> missing, long missingAny) {
    return new Reach(
        members,
        Map.of(Channel.EMAIL, reachable),
        List.of(new Unreachable(Reason.OPTED_OUT, members - reachable)),
        missing,
        missingAny,
        TestClock.START);
  }

  private static void prepare(String name, String brand) {
    prepare(name, brand, "[\"EMAIL\"]");
  }

  private static void prepare(String name, String brand, String channels) {
    Api.put("/v1/brands/green-basket-" + name, brand).statusCode(201);
    Api.put(
            "/v1/contents/" + name,
            Api.CONTENT.replace("\"green-basket\"", "\"green-basket-" + name + "\""))
        .statusCode(201);
    Api.publish(name).statusCode(200);
    Api.put(
            "/v1/campaigns/" + name,
            Api.CAMPAIGN
                .formatted(name)
                .replace("out-for-delivery", name)
                .replace("[\"PREFERRED\",\"EMAIL\"]", channels))
        .statusCode(201);
  }

  private static ValidatableResponse estimate(String campaign) {
    return Api.asClient().post("/v1/campaigns/" + campaign + ":estimate").then();
  }

  private static ValidatableResponse launch(String campaign, String body) {
    return Api.asClient()
        .header("Idempotency-Key", "launch of " + body)
        .body(body)
        .post("/v1/campaigns/" + campaign + ":launch")
        .then();
  }
}
