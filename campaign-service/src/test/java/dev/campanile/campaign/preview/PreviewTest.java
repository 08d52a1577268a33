package dev.campanile.campaign.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.campanile.campaign.Api;
import dev.campanile.campaign.Kafka;
import dev.campanile.campaign.Profiles;
import dev.campanile.campaign.ServiceTest;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.contracts.ProviderTemplate.Button;
import dev.campanile.contracts.ProviderTemplate.ButtonKind;
import dev.campanile.contracts.Topic;
import dev.campanile.testing.TestClock;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class PreviewTest {

  private static final String DATA = "{\"data\":{\"orderNumber\":\"GB-1\"}}";

  @Test
  void showsEveryChannelSideBySide() {
    draft("side-by-side", Api.CONTENT);

    var preview =
        preview("side-by-side", DATA)
            .statusCode(200)
            .body("version", nullValue())
            .body("locale", equalTo("en"))
            .body("email.from", containsString("hello@green-basket.example"))
            .body("email.subject", equalTo("Order GB-1 is on its way"))
            .body("email.html", containsString("https://green-basket.example/GB-1"))
            .body("email.text", containsString("Your order is on its way, there"))
            .body("sms.text", endsWith("https://green-basket.example/GB-1"))
            .body("sms.encoding", equalTo("GSM_7"))
            .body("sms.segments", equalTo(1))
            .body("chat.text", containsString("*Your order is on its way, there*"))
            .body("missing", empty())
            .body("findings", empty())
            .extract()
            .jsonPath();

    assertThat(preview.getString("sms.text")).hasSize(preview.getInt("sms.characters"));
    assertThat(preview.getInt("email.htmlBytes"))
        .isGreaterThanOrEqualTo(preview.getString("email.html").length());
    assertThat(preview.getList("variables").toString())
        .isEqualTo(
            "[{name=firstName, value=there, from=DEFAULT},"
                + " {name=orderNumber, value=GB-1, from=DATA}]");
  }

  @Test
  void takesTheValuesAndTheLanguageOfACustomer() {
    draft(
        "of-a-customer",
        Api.CONTENT.replace(
            "\"locales\":{",
            "\"locales\":{\"it\":{\"subject\":\"Ordine {{ orderNumber }}\",\"headline\":\"Ciao"
                + " {{ firstName }}\",\"body\":[\"Oggi.\"]},"));
    var ana = new ProfileId(UUID.randomUUID());
    Profiles.knows(
        new Snapshot(ana, "c-77", 1, "it-IT", Map.of("firstName", "Ana", "orderNumber", "GB-old")));

    preview("of-a-customer", "{\"externalId\":\"c-77\",\"data\":{\"orderNumber\":\"GB-2\"}}")
        .statusCode(200)
        .body("locale", equalTo("it"))
        .body("email.subject", equalTo("Ordine GB-2"))
        .body("sms.text", containsString("Ciao Ana"))
        .body("variables.from", equalTo(List.of("PROFILE", "DATA")));
    preview("of-a-customer", "{\"profile\":\"" + ana + "\",\"locale\":\"en\"}")
        .body("locale", equalTo("en"))
        .body("email.subject", equalTo("Order GB-old is on its way"));
    preview("of-a-customer", "{\"externalId\":\"nobody\"}")
        .statusCode(422)
        .body("code", equalTo("PROFILE_UNKNOWN"));
  }

  @Test
  void anErrorOfOneChannelDoesNotHideTheOthers() {
    draft(
        "one-fails",
        Api.CONTENT.replace(
            "\"body\":[\"It comes today.\"]",
            "\"body\":[\"It comes today.\"],\"sms\":\"Order {{ orderNumber }}\","
                + "\"chat\":{\"text\":\"{% abort 'not in chat' %}\"}"));

    preview("one-fails", "")
        .statusCode(200)
        .body("missing", equalTo(List.of("orderNumber")))
        .body("email.problem.code", equalTo("TEMPLATE_MISSING_VARIABLE"))
        .body("sms.problem.detail", equalTo("orderNumber"));
    preview("one-fails", DATA)
        .body("email.subject", equalTo("Order GB-1 is on its way"))
        .body("sms.text", equalTo("Order GB-1"))
        .body("chat.problem.code", equalTo("TEMPLATE_ABORTED"))
        .body("chat.problem.detail", equalTo("not in chat"));
  }

  @Test
  void showsTheProvidersTemplateWithItsButtons() {
    String sid = "HX0000000000000000000000000094e001";
    String template = "{\"template\":{\"sid\":\"%s\",%s\"variables\":[\"{{ orderNumber }}\"]}}";
    try (Kafka kafka = new Kafka()) {
      kafka.send(
          Topic.CHAT_TEMPLATES,
          Bucket.of(sid),
          new ProviderTemplate(
              sid,
              false,
              "pending",
              "Order {{1}} is near",
              List.of(
                  new Button(ButtonKind.URL, "Track it", "https://green-basket.example/{{1}}"),
                  new Button(ButtonKind.REPLY, "Thanks", null)),
              TestClock.START));
    }
    draft("with-buttons", withChat(template.formatted(sid, "")));

    await()
        .untilAsserted(
            () -> preview("with-buttons", DATA).body("chat.template.status", equalTo("pending")));
    preview("with-buttons", DATA)
        .body("chat.text", containsString("Your order is on its way"))
        .body("chat.template.insideWindow", equalTo(false))
        .body("chat.template.approved", equalTo(false))
        .body("chat.template.text", equalTo("Order GB-1 is near"))
        .body("chat.template.buttons.title", equalTo(List.of("Track it", "Thanks")))
        .body("chat.template.buttons[0].kind", equalTo("URL"))
        .body("chat.template.buttons[0].target", equalTo("https://green-basket.example/GB-1"));

    draft("buttons-always", withChat(template.formatted(sid, "\"insideWindow\":true,")));
    preview("buttons-always", DATA)
        .body("chat.text", nullValue())
        .body("chat.problem", nullValue())
        .body("chat.template.insideWindow", equalTo(true));
  }

  @Test
  void aTemplateTheProviderWasNotAskedForIsShownByItsValues() {
    draft(
        "unheard-template",
        withChat(
            "{\"template\":{\"sid\":\"HX0000000000000000000000000094e002\","
                + "\"variables\":[\"{{ orderNumber }}\"]}}"));

    preview("unheard-template", DATA)
        .body("chat.template.variables.1", equalTo("GB-1"))
        .body("chat.template.approved", nullValue())
        .body("chat.template.buttons", nullValue());
  }

  private static String withChat(String chat) {
    return Api.CONTENT.replace(
        "\"body\":[\"It comes today.\"]", "\"body\":[\"It comes today.\"],\"chat\":" + chat);
  }

  @Test
  void looksAtAPublishedVersionToo() {
    draft("published-too", Api.CONTENT);
    Api.publish("published-too").statusCode(200);
    Api.putAgain("/v1/contents/published-too", Api.CONTENT.replace("Order {{", "Bestellung {{"));

    preview("published-too", DATA).body("email.subject", equalTo("Bestellung GB-1 is on its way"));
    preview("published-too", "{\"version\":1,\"data\":{\"orderNumber\":\"GB-1\"}}")
        .body("version", equalTo(1))
        .body("email.subject", equalTo("Order GB-1 is on its way"));
    preview("published-too", "{\"version\":2}").statusCode(404);
  }

  @Test
  void saysWhatPublishingWouldSay() {
    draft("unfinished", Api.CONTENT.replace("{{ firstName }}", "{{ fristName }}"));

    preview("unfinished", DATA)
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/locales/en/headline"))
        .body("detail", containsString("did you mean `firstName`?"));
  }

  @Test
  void showsATextThatIsTooLongAndSaysSo() {
    draft(
        "too-long",
        Api.CONTENT.replace(
            "\"body\":[\"It comes today.\"]",
            "\"body\":[\"It comes today.\"],\"sms\":\"" + "long ".repeat(250) + "\""));

    preview("too-long", DATA)
        .statusCode(200)
        .body("sms.segments", equalTo(9))
        .body("findings.pointer", hasItem("/locales/en/sms"));
  }

  private static void draft(String key, String content) {
    Api.put("/v1/brands/green-basket", Api.BRAND);
    Api.put("/v1/contents/" + key, content).statusCode(201);
  }

  private static ValidatableResponse preview(String key, String body) {
    return Api.asClient().body(body).post("/v1/contents/" + key + ":preview").then();
  }
}
