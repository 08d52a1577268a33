package dev.campanile.local.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.content.v1.Content;
import com.twilio.rest.content.v1.content.ApprovalFetch;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import dev.campanile.local.simulators.SimulatorsFixture;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real SDK against the simulator: it parses, signs and refuses as with the real provider. */
class TwilioSdkTest {
  @RegisterExtension static final SimulatorsFixture SIMULATORS = new SimulatorsFixture();

  private static final PhoneNumber SHOP = new PhoneNumber("+390600000");
  private static final PhoneNumber ANA = new PhoneNumber("+393330000001");
  private static final TwilioAccount ACCOUNT = TwilioAccount.LOCAL;

  private final RequestValidator validator = new RequestValidator(ACCOUNT.authToken());
  private TwilioRestClient twilio = client(ACCOUNT.authToken());
  private ServiceStandIn service;

  TwilioSdkTest() throws Exception {
    service = new ServiceStandIn();
  }

  @BeforeEach
  void useTheRightToken() {
    twilio = client(ACCOUNT.authToken());
  }

  @AfterEach
  void stopTheService() {
    service.close();
  }

  @Test
  void sendsAndFetchesAMessage() {
    Message sent = Message.creator(ANA, SHOP, "Ciao").create(twilio);

    Message fetched = Message.fetcher(sent.getSid()).fetch(twilio);

    assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
    assertThat(fetched.getTo()).isEqualTo(ANA.getEndpoint());
    assertThat(fetched.getDateCreated().toInstant()).isEqualTo(SimulatorsFixture.MORNING);
  }

  @Test
  void readsMessagesOverSeveralPages() {
    for (int i = 0; i < 5; i++) {
      Message.creator(ANA, SHOP, "Ciao " + i).create(twilio);
    }

    var read =
        Message.reader()
            .setTo(ANA)
            .setDateSentAfter(SimulatorsFixture.MORNING.atZone(ZoneOffset.UTC))
            .pageSize(2)
            .read(twilio);

    assertThat(read).hasSize(5);
  }

  @Test
  void raisesTheProvidersCodes() {
    assertThatThrownBy(
            () -> Message.creator(new PhoneNumber("+15005550001"), SHOP, "x").create(twilio))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.getCode()).isEqualTo(21211);
              assertThat(refusal.getStatusCode()).isEqualTo(400);
            });
    assertThatThrownBy(() -> Message.creator(ANA, SHOP, "x").create(client("guessed")))
        .isInstanceOf(ApiException.class);
  }

  @Test
  void readsTheApprovalOfATemplate() throws Exception {
    String sid = "HX0123456789abcdef0123456789abcdef";
    SIMULATORS.put(
        "/simulators/twilio/templates",
        """
        [{"sid":"%s","friendlyName":"greeting","language":"it","approved":true,"body":"Ciao"}]
        """
            .formatted(sid));

    ApprovalFetch approval = ApprovalFetch.fetcher(sid).fetch(twilio);

    assertThat(approval.getWhatsapp()).asString().contains("status=approved");
  }

  @Test
  void readsATemplateWithItsButtons() throws Exception {
    String sid = "HX0123456789abcdef0123456789abcdee";
    SIMULATORS.put(
        "/simulators/twilio/templates",
        """
        [{"sid":"%s","friendlyName":"offer","language":"it","approved":true,"body":"Ciao {{1}}",
          "actions":[{"title":"Vai","url":"https://shop.example/{{2}}"}]}]
        """
            .formatted(sid));

    assertThat(Content.fetcher(sid).fetch(twilio).getTypes())
        .asString()
        .contains("twilio/call-to-action")
        .contains("https://shop.example/{{2}}");
    new MessageCreator(
            new PhoneNumber("whatsapp:+393330000001"),
            new PhoneNumber("whatsapp:+390600000"),
            (String) null)
        .setContentSid(sid)
        .setContentVariables("{\"1\":\"Ana\",\"2\":\"c-7\"}")
        .create(twilio);
    assertThat(SIMULATORS.get("/simulators/messages?channel=CHAT").at("/0/buttons/0/url").asText())
        .isEqualTo("https://shop.example/c-7");
  }

  @Test
  void tellsEachStatusByASignedCallback() {
    Message.creator(ANA, SHOP, "Ciao, è tutto pronto & più")
        .setStatusCallback(URI.create(service.url()))
        .create(twilio);

    await().atMost(Duration.ofSeconds(10)).until(() -> service.statuses().size() == 2);

    assertThat(service.statuses()).containsExactly("sent", "delivered");
    assertThat(service.webhooks())
        .allSatisfy(
            webhook ->
                assertThat(validator.validate(service.url(), webhook.fields(), webhook.signature()))
                    .isTrue());
    ServiceStandIn.Webhook first = service.webhooks().get(0);
    assertThat(validator.validate(service.url() + "0", first.fields(), first.signature()))
        .isFalse();
  }

  @Test
  void tellsAStatusAgainWhileTheServiceIsDown() {
    service.failsNext(2);

    Message.creator(ANA, SHOP, "Ciao").setStatusCallback(URI.create(service.url())).create(twilio);

    await().atMost(Duration.ofSeconds(10)).until(() -> service.statuses().size() == 2);
    assertThat(service.statuses()).containsExactly("sent", "delivered");
  }

  @Test
  void blocksWhoSaidStopUntilStart() throws Exception {
    direct(service.url());

    assertThat(reply("SMS", "Stop").statusCode()).isEqualTo(200);
    ServiceStandIn.Webhook stop = service.webhooks().get(0);
    assertThat(stop.fields()).containsEntry("Body", "Stop").containsEntry("From", "+393330000001");
    assertThat(validator.validate(service.url(), stop.fields(), stop.signature())).isTrue();
    assertThatThrownBy(() -> Message.creator(ANA, SHOP, "x").create(twilio))
        .isInstanceOfSatisfying(
            ApiException.class, refusal -> assertThat(refusal.getCode()).isEqualTo(21610));
    Message.creator(new PhoneNumber("+393330000002"), SHOP, "x").create(twilio);

    reply("SMS", "START");
    Message.creator(ANA, SHOP, "x").create(twilio);
    assertThat(SIMULATORS.get("/simulators/inbound")).hasSize(2);
  }

  @Test
  void remembersWhatACustomerWasAnsweredAtOnce() throws Exception {
    direct(service.url());
    service.answers("Benvenuta &amp; grazie");

    reply("SMS", "Help");
    reply("CHAT", "Ciao");

    assertThat(SIMULATORS.get("/simulators/inbound").at("/0/answers"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "Reply STOP to unsubscribe. Msg&Data Rates May Apply.", "Benvenuta & grazie");
    assertThat(SIMULATORS.get("/simulators/inbound").at("/1/answers"))
        .extracting(JsonNode::asText)
        .containsExactly("Benvenuta & grazie");
    assertThat(SIMULATORS.get("/simulators/received").get("sms").asInt()).isZero();
  }

  @Test
  void opensTheChatWindowForADayAfterTheCustomerWrote() throws Exception {
    direct(service.url());
    PhoneNumber anaOnChat = new PhoneNumber("whatsapp:+393330000001");
    PhoneNumber shopOnChat = new PhoneNumber("whatsapp:+390600000");
    reply("CHAT", "Dov'è il mio ordine?");
    assertThat(service.webhooks().get(0).fields())
        .containsEntry("From", "whatsapp:+393330000001")
        .containsEntry("WaId", "393330000001");

    SIMULATORS.passes(Duration.ofHours(23));
    Message inside = Message.creator(anaOnChat, shopOnChat, "Arriva").create(twilio);
    SIMULATORS.passes(Duration.ofHours(1));
    Message outside = Message.creator(anaOnChat, shopOnChat, "Arriva").create(twilio);

    assertThat(endOf(inside).getStatus()).isEqualTo(Message.Status.DELIVERED);
    assertThat(endOf(outside).getErrorCode()).isEqualTo(63016);
  }

  @Test
  void saysWhenNoInboundUrlIsSet() throws Exception {
    var answer = reply("SMS", "STOP");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("inbound-url");
  }

  private Message endOf(Message message) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> Message.fetcher(message.getSid()).fetch(twilio),
            now -> !List.of("queued", "sent").contains(now.getStatus().toString()));
  }

  private static TwilioRestClient client(String token) {
    return new TwilioRestClient.Builder(ACCOUNT.sid(), token)
        .httpClient(new RedirectedTwilioHttp(SIMULATORS.baseUrl()))
        .build();
  }

  private static void direct(String url) throws Exception {
    SIMULATORS.put("/simulators/twilio/inbound-url", "{\"url\":\"" + url + "\"}");
  }

  private static java.net.http.HttpResponse<String> reply(String channel, String body)
      throws Exception {
    return SIMULATORS.post(
        "/simulators/inbound",
        """
        {"channel":"%s","from":"+393330000001","to":"+390600000","body":"%s"}
        """
            .formatted(channel, body));
  }
}
