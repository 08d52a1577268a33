package dev.campanile.local.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.http.LocalJson;
import dev.campanile.local.simulators.SimulatorsFixture;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioApiTest {
  @RegisterExtension static final SimulatorsFixture SIMULATORS = new SimulatorsFixture();

  private static final String ACCOUNT = "/2010-04-01/Accounts/" + TwilioAccount.LOCAL.sid();
  private static final String TO_ANA = "From=%2B390600000&To=%2B393330000001";
  private static final String TO_ANA_BY_CHAT =
      "From=whatsapp%3A%2B390600000&To=whatsapp%3A%2B393330000001";
  private static final String TEMPLATE = "HX0123456789abcdef0123456789abcdef";

  @Test
  void takesAMessageAsTheRealApiDoes() throws Exception {
    HttpResponse<String> answer = post(TO_ANA + "&Body=Ciao");

    JsonNode message = json(answer);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(message.get("sid").asText()).matches("SM[0-9a-f]{32}");
    assertThat(message.get("status").asText()).isEqualTo("queued");
    assertThat(message.get("date_created").asText()).isEqualTo("Sat, 21 Nov 2026 09:00:00 +0000");
    assertThat(message.get("direction").asText()).isEqualTo("outbound-api");
    assertThat(message.get("num_segments").asText()).isEqualTo("1");
    assertThat(message.get("error_code").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "From=%2B390600000&Body=x, 21604",
    "To=%2B393330000001&Body=x, 21603",
    "From=%2B390600000&To=%2B393330000001, 21619",
    "From=%2B390600000&To=3330000001&Body=x, 21211",
    "From=%2B390600000&To=%2B15005550001&Body=x, 21211",
    "From=%2B390600000&To=%2B15005550009&Body=x, 21614",
    "From=%2B390600000&To=%2B15005550004&Body=x, 21610",
    "From=%2B390600000&To=whatsapp%3A%2B393330000001&Body=x, 63007",
    "From=%2B390600000&To=%2B393330000001&ContentSid=HX1, 21655",
    "From=%2B390600000&To=%2B393330000001&Body=x&StatusCallback=here, 21609",
  })
  void refusesAsTheRealApiDoes(String form, int code) throws Exception {
    HttpResponse<String> answer = post(form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("code").asInt()).isEqualTo(code);
    assertThat(json(answer).get("status").asInt()).isEqualTo(400);
    assertThat(json(answer).get("more_info").asText()).endsWith("/" + code);
    assertThat(received("sms")).isZero();
  }

  @Test
  void refusesAWrongToken() throws Exception {
    HttpResponse<String> answer = SIMULATORS.getAs("guessed", ACCOUNT + "/Messages.json");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).get("code").asInt()).isEqualTo(20003);
  }

  @Test
  void takesAFreeChatMessageOutsideTheWindowAndFailsItLater() throws Exception {
    String sid = json(post(TO_ANA_BY_CHAT + "&Body=Ciao")).get("sid").asText();

    assertThat(endOf(sid).get("status").asText()).isEqualTo("failed");
    assertThat(endOf(sid).get("error_code").asInt()).isEqualTo(63016);
  }

  @Test
  void sendsAnApprovedTemplateOutsideTheWindow() throws Exception {
    register(true);

    String sid = json(post(TO_ANA_BY_CHAT + template("{\"1\":\"Ana\"}"))).get("sid").asText();

    assertThat(endOf(sid).get("status").asText()).isEqualTo("delivered");
    assertThat(endOf(sid).get("body").asText()).isEqualTo("Ciao Ana!");
  }

  @Test
  void failsATemplateThatIsNotApprovedAndOneThatLacksAVariable() throws Exception {
    register(false);
    String pending = json(post(TO_ANA_BY_CHAT + template("{\"1\":\"Ana\"}"))).get("sid").asText();
    register(true);
    String lacking = json(post(TO_ANA_BY_CHAT + template("{}"))).get("sid").asText();

    assertThat(endOf(pending).get("error_code").asInt()).isEqualTo(63016);
    assertThat(endOf(lacking).get("error_code").asInt()).isEqualTo(63028);
  }

  @Test
  void tellsAnApprovalAsTheContentApiDoes() throws Exception {
    register(true);

    JsonNode approval = json(get("/v1/Content/" + TEMPLATE + "/ApprovalRequests"));

    assertThat(approval.get("whatsapp").get("status").asText()).isEqualTo("approved");
    assertThat(approval.get("whatsapp").get("name").asText()).isEqualTo("greeting");
    assertThat(get("/v1/Content/HX00000000000000000000000000000000/ApprovalRequests").statusCode())
        .isEqualTo(404);
  }

  @Test
  void refusesDelaysAndFailsAsTold() throws Exception {
    behave(
        "{\"refuse\":{\"+393330000001\":{\"status\":429,\"code\":20429,\"retryAfterSeconds\":7}}}");
    HttpResponse<String> refused = post(TO_ANA + "&Body=x");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("7");

    behave("{\"undeliverable\":[\"+393330000001\"]}");
    String undeliverable = json(post(TO_ANA + "&Body=x")).get("sid").asText();
    assertThat(endOf(undeliverable).get("status").asText()).isEqualTo("undelivered");
    assertThat(endOf(undeliverable).get("error_code").asInt()).isEqualTo(30003);

    behave("{\"failEvery\":2}");
    String first = json(post(TO_ANA + "&Body=x")).get("sid").asText();
    String second = json(post(TO_ANA + "&Body=x")).get("sid").asText();
    assertThat(endOf(first).get("status").asText()).isEqualTo("delivered");
    assertThat(endOf(second).get("status").asText()).isEqualTo("failed");
  }

  @Test
  void mayTakeAMessageAndAnswerWithAnError() throws Exception {
    behave("{\"doubtful\":{\"*\":\"SERVER_ERROR\"}}");

    assertThat(post(TO_ANA + "&Body=x").statusCode()).isEqualTo(500);

    assertThat(received("sms")).isOne();
    assertThat(json(get(ACCOUNT + "/Messages.json?To=%2B393330000001")).get("messages")).hasSize(1);
  }

  @Test
  void mayTakeAMessageAndNotAnswerUntilTheBehaviourChanges() throws Exception {
    behave("{\"doubtful\":{\"*\":\"SILENCE\"}}");
    CompletableFuture<HttpResponse<String>> call =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return post(TO_ANA + "&Body=x");
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });

    await().atMost(Duration.ofSeconds(5)).until(() -> received("sms") == 1);
    assertThat(call).isNotDone();
    behave("{}");

    assertThatThrownBy(call::join).rootCause().isNotInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void listsTheNewestFirstByRecipientAndTimeInPages() throws Exception {
    post(TO_ANA + "&Body=first");
    SIMULATORS.passes(Duration.ofDays(1));
    post(TO_ANA + "&Body=second");
    post("From=%2B390600000&To=%2B393330000002&Body=other");

    JsonNode page = json(get(ACCOUNT + "/Messages.json?To=%2B393330000001&PageSize=1"));
    assertThat(page.get("messages").get(0).get("body").asText()).isEqualTo("second");
    JsonNode next = json(get(page.get("next_page_uri").asText()));
    assertThat(next.get("messages").get(0).get("body").asText()).isEqualTo("first");
    assertThat(next.get("next_page_uri").isNull()).isTrue();

    JsonNode today = json(get(ACCOUNT + "/Messages.json?DateSent%3E=2026-11-22T00:00:00Z"));
    assertThat(today.get("messages")).hasSize(2);
  }

  private static HttpResponse<String> post(String form) throws Exception {
    return SIMULATORS.postForm(ACCOUNT + "/Messages.json", form);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return SIMULATORS.getAs(TwilioAccount.LOCAL.authToken(), path);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return LocalJson.read(answer.body(), JsonNode.class);
  }

  private static JsonNode endOf(String sid) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> json(get(ACCOUNT + "/Messages/" + sid + ".json")),
            message -> !message.get("status").asText().matches("queued|sent"));
  }

  private static void behave(String json) throws Exception {
    assertThat(SIMULATORS.put("/simulators/twilio/behaviour", json).body()).isEmpty();
  }

  private static void register(boolean approved) throws Exception {
    String template =
        """
        [{"sid":"%s","friendlyName":"greeting","language":"it","approved":%s,"body":"Ciao {{1}}!"}]
        """
            .formatted(TEMPLATE, approved);
    assertThat(SIMULATORS.put("/simulators/twilio/templates", template).statusCode())
        .isEqualTo(204);
  }

  private static String template(String variables) {
    return "&ContentSid="
        + TEMPLATE
        + "&ContentVariables="
        + java.net.URLEncoder.encode(variables, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static int received(String channel) throws Exception {
    return SIMULATORS.get("/simulators/received").get(channel).asInt();
  }
}
