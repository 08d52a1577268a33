package dev.campanile.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Topic;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What customers say binds at once, and what is broken or forged changes nothing. */
class CustomersWishTest {

  private static final String HEADER =
      "externalId,firstName,lastName,email,phone,locale,country,zone,preferredChannel,emailConsent,"
          + "smsConsent,chatConsent,consentSource,consentAt,orderStatus,orderNumber,deliveryWindow,"
          + "openCase,suppressed\n";
  private static final String RITA_PHONE = "+393209990201";

  private static Installation installation;
  private static Grocer grocer;

  @BeforeAll
  static void startsOnce() {
    installation = Installation.start();
    grocer = new Grocer(installation).opens();
  }

  @AfterAll
  static void stops() {
    if (installation != null) {
      installation.close();
    }
  }

  @AfterEach
  void providersBehaveAgain() {
    installation.simulators().call("DELETE", "/simulators/behaviour", "text/plain", "", Map.of());
  }

  @Test
  void afterStopNothingGoesToThatNumberBySms() {
    customer("T-1", "Rita", "", RITA_PHONE, "SMS", "", "OPTED_IN");
    customer("T-11", "Rita", "", "+393209990211", "SMS", "", "OPTED_IN");
    everybodyNamed("Rita", "rita");
    campaign("rita-offer", Grocer.OFFER, "rita", "MARKETING", "SMS");

    installation
        .simulators()
        .post(
            "/simulators/inbound",
            "{\"channel\":\"SMS\",\"from\":\"%s\",\"to\":\"+390687654321\",\"body\":\" Stop. \"}"
                .formatted(RITA_PHONE));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !installation.gateway().get(revocationsOf(RITA_PHONE)).get("data").isEmpty());
    grocer.launches("rita-offer");
    JsonNode report = grocer.awaitAnswers("rita-offer");

    assertThat(report.at("/skippedByReason/OPTED_OUT").asInt()).isEqualTo(1);
    assertThat(received("SMS", RITA_PHONE)).isEmpty();
  }

  @Test
  void afterTheOneClickPostNoMarketingMailGoesToThatAddress() {
    customer("T-2", "Ugo", "ugo@example.com", "", "EMAIL", "OPTED_IN", "");
    segment("ugo", "T-2");
    campaign("ugo-offer", Grocer.OFFER, "ugo", "MARKETING", "EMAIL");
    grocer.launches("ugo-offer");
    grocer.awaitAnswers("ugo-offer");
    JsonNode mail = received("EMAIL", "ugo@example.com").getFirst();
    String header = mail.at("/headers/List-Unsubscribe").asText();
    String link =
        header.substring(header.indexOf("<http") + 1, header.indexOf('>', header.indexOf("<http")));

    assertThat(mail.at("/headers/List-Unsubscribe-Post").asText())
        .isEqualTo("List-Unsubscribe=One-Click");
    installation.gateway().call("GET", link, "text/html", "", Map.of());
    campaign("ugo-after-look", Grocer.OFFER, "ugo", "MARKETING", "EMAIL");
    grocer.launches("ugo-after-look");
    assertThat(grocer.awaitAnswers("ugo-after-look").at("/books/accepted").asInt())
        .as("looking at the page is not a no")
        .isEqualTo(1);

    int status =
        installation
            .gateway()
            .call(
                "POST",
                link,
                "application/x-www-form-urlencoded",
                "List-Unsubscribe=One-Click",
                Map.of())
            .statusCode();
    customer("T-12", "Ugo", "ugo.due@example.com", "", "EMAIL", "OPTED_IN", "");
    everybodyNamed("Ugo", "ugos");
    campaign("ugo-after-click", Grocer.OFFER, "ugos", "MARKETING", "EMAIL");
    grocer.launches("ugo-after-click");
    JsonNode report = grocer.awaitAnswers("ugo-after-click");

    assertThat(status).isEqualTo(200);
    assertThat(report.at("/skippedByReason/OPTED_OUT").asInt()).isEqualTo(1);
    assertThat(received("EMAIL", "ugo@example.com")).hasSize(2);
  }

  @Test
  void aForgedCallbackChangesNothing() {
    customer("T-3", "Vera", "", "+393209990203", "SMS", "", "OPTED_IN");
    segment("vera", "T-3");
    campaign("vera-offer", Grocer.OFFER, "vera", "MARKETING", "SMS");
    String run = grocer.launches("vera-offer");
    grocer.awaitAnswers("vera-offer");
    JsonNode message = new Ledger(installation).messagesOf(run).getFirst();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> stateOf(message.get("id").asText()).equals("DELIVERED"));

    int status =
        forged(
            "/v1/callbacks/twilio/status?m=" + message.get("id").asText() + "&a=1",
            Map.of("MessageSid", "SM1", "MessageStatus", "undelivered", "ErrorCode", "30006"));
    int inbound =
        forged(
            "/v1/callbacks/twilio/inbound",
            Map.of("MessageSid", "SM2", "From", "+393209990203", "To", "+1", "Body", "STOP"));

    assertThat(status).isEqualTo(403);
    assertThat(inbound).isEqualTo(403);
    assertThat(stateOf(message.get("id").asText())).isEqualTo("DELIVERED");
    assertThat(installation.gateway().get(revocationsOf("+393209990203")).get("data")).isEmpty();
  }

  @Test
  void aStalledMailServerDelaysNoSms() {
    customer("T-4", "Zeno", "zeno@example.com", "", "EMAIL", "OPTED_IN", "");
    customer("T-5", "Wanda", "", "+393209990205", "SMS", "", "OPTED_IN");
    segment("zeno", "T-4");
    segment("wanda", "T-5");
    campaign("zeno-offer", Grocer.OFFER, "zeno", "MARKETING", "EMAIL");
    campaign("wanda-offer", Grocer.OFFER, "wanda", "MARKETING", "SMS");
    installation.simulators().put("/simulators/mail/behaviour", "{\"stall\":\"BEFORE_DATA\"}");

    grocer.launches("zeno-offer");
    await().atMost(Duration.ofSeconds(20)).until(() -> sending("zeno-offer"));
    grocer.launches("wanda-offer");

    await().atMost(Duration.ofSeconds(20)).until(() -> !received("SMS", "+393209990205").isEmpty());
    assertThat(grocer.report("zeno-offer").at("/books/accepted").asInt()).isZero();
  }

  @Test
  void poisonEndsInTheDeadLettersAndTheRestGoesOn() {
    String poison = "{\"not\":\"a batch\"}";
    for (Topic each : Topic.values()) {
      String topic = each.topicName();
      produce(topic, poison);
      assertThat(deadLetter(topic)).as("dead letter of " + topic).isEqualTo(poison);
    }
    customer("T-6", "Ilda", "ilda@example.com", "", "EMAIL", "OPTED_IN", "");
    segment("ilda", "T-6");
    campaign("ilda-offer", Grocer.OFFER, "ilda", "MARKETING", "EMAIL");
    grocer.launches("ilda-offer");

    assertThat(grocer.awaitAnswers("ilda-offer").at("/books/accepted").asInt()).isEqualTo(1);
  }

  private static boolean sending(String campaign) {
    String run = grocer.report(campaign).get("runId").asText();
    return new Ledger(installation)
        .messagesOf(run).stream()
            .anyMatch(message -> message.get("state").asText().equals("SENDING"));
  }

  private static void customer(
      String id,
      String name,
      String email,
      String phone,
      String preferred,
      String byMail,
      String bySms) {
    grocer.imports(
        HEADER
            + String.join(
                ",",
                id,
                name,
                "Prova",
                email,
                phone,
                "it",
                "IT",
                "Europe/Rome",
                preferred,
                byMail,
                bySms,
                "",
                "web form",
                "2026-01-01T00:00:00Z",
                "",
                "",
                "",
                "",
                "")
            + "\n");
  }

  private static void segment(String key, String externalId) {
    segment(key, "externalId", externalId);
  }

  /** A launch that reaches nobody is refused: somebody of the same name has said no to nothing. */
  private static void everybodyNamed(String name, String segment) {
    segment(segment, "firstName", name);
  }

  private static void segment(String key, String trait, String value) {
    installation
        .profile()
        .put(
            "/v1/segments/" + key,
            "{\"name\":\"%s\",\"rule\":{\"trait\":\"%s\",\"is\":\"%s\"}}"
                .formatted(key, trait, value));
  }

  private static void campaign(
      String key, String content, String segment, String category, String channel) {
    installation
        .campaign()
        .put(
            "/v1/campaigns/" + key,
            """
            {"name":"%s","content":"%s","segment":"%s","category":"%s","topic":"offers",
             "channels":["%s"],"expiresAfter":"P1D"}"""
                .formatted(key, content, segment, category, channel));
  }

  private static List<JsonNode> received(String channel, String to) {
    List<JsonNode> messages = new ArrayList<>();
    installation
        .simulators()
        .get("/simulators/messages?channel=" + channel + "&to=" + URLEncoder.encode(to, UTF_8))
        .forEach(messages::add);
    return messages;
  }

  private static String stateOf(String messageId) {
    return installation.gateway().get("/v1/messages/" + messageId).get("state").asText();
  }

  private static String revocationsOf(String address) {
    return "/v1/revocations?address=" + URLEncoder.encode(address, UTF_8);
  }

  private static int forged(String path, Map<String, String> form) {
    StringBuilder body = new StringBuilder();
    form.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
    return installation
        .gateway()
        .call(
            "POST",
            path,
            "application/x-www-form-urlencoded",
            body.toString(),
            Map.of("X-Twilio-Signature", "Zm9yZ2Vk"))
        .statusCode();
  }

  private static void produce(String topic, String value) {
    try (var producer =
        new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "poison", value));
    }
  }

  private static String deadLetter(String topic) {
    try (var consumer =
        new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic + ".dlq").stream()
              .map(partition -> new TopicPartition(topic + ".dlq", partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (int polls = 0; polls < 60; polls++) {
        for (var entry : consumer.poll(Duration.ofMillis(500))) {
          return entry.value();
        }
      }
      return "nothing";
    }
  }

  private static Properties kafka() {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", installation.kafka());
    return properties;
  }
}
