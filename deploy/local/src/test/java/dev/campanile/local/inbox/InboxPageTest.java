package dev.campanile.local.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.HttpCall;
import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.services.JsonApi;
import dev.campanile.local.simulators.SimulatorsFixture;
import dev.campanile.local.twilio.TwilioAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page as a person uses it, in a browser; services are stood in for, the simulators are not.
 */
class InboxPageTest {
  @RegisterExtension static final SimulatorsFixture SIMULATORS = new SimulatorsFixture();

  private static final String ANA = "+393330000001";
  private static final String SHOP = "+390600000";
  private static final Map<String, Object> PERSON =
      Map.of(
          "id", "p1",
          "externalId", "C-77",
          "firstName", "Ana",
          "locale", "it-IT",
          "country", "IT",
          "addresses",
              List.of(
                  Map.of("channel", "SMS", "address", ANA),
                  Map.of("channel", "CHAT", "address", ANA)));

  @TempDir Path profile = Path.of("");

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private LocalHttp services;
  private LocalHttp inbox;
  private Browser browser;

  @BeforeEach
  void opensThePage() throws Exception {
    Optional<Path> program = Browser.program();
    assumeThat(program).as("a Chromium on the path").isPresent();
    SIMULATORS.passes(Duration.between(SimulatorsFixture.MORNING, Instant.now()));
    services =
        LocalHttp.start(0)
            .on("GET", "/v1/profiles", _ -> HttpAnswer.json(200, Map.of("data", List.of(PERSON))))
            .on("GET", "/v1/profiles/{id}", _ -> HttpAnswer.json(200, PERSON))
            .on("GET", "/v1/messages", _ -> HttpAnswer.json(200, Map.of("data", List.of())))
            .on("POST", "/inbound", this::inbound);
    SIMULATORS.put(
        "/simulators/twilio/inbound-url", "{\"url\":\"" + services.baseUrl() + "/inbound\"}");
    inbox = LocalHttp.start(0);
    JsonApi service = JsonApi.open(services.baseUrl());
    Inbox.addTo(inbox, service, service, service, JsonApi.open(SIMULATORS.baseUrl()));
    browser = Browser.open(program.get(), profile, inbox.baseUrl() + "/");
  }

  @AfterEach
  void closesIt() {
    if (browser != null) {
      browser.close();
      inbox.close();
      services.close();
    }
  }

  private HttpAnswer inbound(HttpCall call) {
    String words = call.form().first("Body").orElse("");
    heard.add(words);
    return HttpAnswer.text(
        200,
        "text/xml",
        "<Response><Message><Body>Answer to " + words + "</Body></Message></Response>");
  }

  @Test
  void playsStopStartHelpAndAStopInTheCustomersLanguage() throws Exception {
    for (String word : List.of("STOP", "START", "HELP", "BASTA", "AIUTO")) {
      taps(".phone.sms .quick button", word);

      awaitShown(".phone.sms .thread", "Answer to " + word);
    }

    assertThat(heard).containsExactly("STOP", "START", "HELP", "BASTA", "AIUTO");
  }

  @Test
  void showsTheChatWindowAndTheButtonsOfATemplate() throws Exception {
    String sid = "HX0123456789abcdef0123456789abcdef";
    awaitShown(".phone.chat .window", "only approved templates arrive");
    SIMULATORS.put(
        "/simulators/twilio/templates",
        """
        [{"sid": "%s", "friendlyName": "delivery", "language": "it", "approved": true,
          "body": "Oggi, {{1}}", "actions": [{"title": "Sono a casa"}]}]"""
            .formatted(sid));
    SIMULATORS.postForm(
        "/2010-04-01/Accounts/" + account() + "/Messages.json",
        "To=whatsapp:%s&From=whatsapp:%s&ContentSid=%s&ContentVariables=%%7B%%221%%22%%3A%%22Ana%%22%%7D"
            .formatted(ANA.replace("+", "%2B"), SHOP.replace("+", "%2B"), sid));
    awaitShown(".phone.chat .thread", "Oggi, Ana");

    taps(".phone.chat .taps button", "Sono a casa");

    awaitShown(".phone.chat .thread", "Answer to Sono a casa");
    awaitShown(".phone.chat .window", "it may answer freely");
    assertThat(heard).containsExactly("Sono a casa");
  }

  private static String account() {
    return TwilioAccount.LOCAL.sid();
  }

  private void taps(String buttons, String label) {
    await("the button " + label)
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                browser
                    .evaluate(
                        """
                        (() => {
                          const all = [...document.querySelectorAll("%s")];
                          const one = all.find((each) => each.textContent === "%s");
                          if (one) one.click();
                          return String(Boolean(one));
                        })()"""
                            .formatted(buttons, label))
                    .equals("true"));
  }

  private void awaitShown(String place, String text) {
    await(text + " at " + place)
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                browser
                    .evaluate("document.querySelector(\"" + place + "\")?.innerText ?? \"\"")
                    .contains(text));
  }
}
