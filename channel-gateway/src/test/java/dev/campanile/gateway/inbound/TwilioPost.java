package dev.campanile.gateway.inbound;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Topic;
import dev.campanile.contracts.WireFormat;
import dev.campanile.testing.TopicProbe;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What customers write, as Twilio posts it, and what the gateway tells of it. */
@ApplicationScoped
public class TwilioPost {

  private static final String PATH = "/v1/callbacks/twilio/inbound";

  private final String authToken;
  private final String publicUrl;
  private final String bootstrapServers;

  TwilioPost(
      @ConfigProperty(name = "campanile.twilio.auth-token") String authToken,
      @ConfigProperty(name = "campanile.public-url") String publicUrl,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.authToken = authToken;
    this.publicUrl = publicUrl;
    this.bootstrapServers = bootstrapServers;
  }

  ValidatableResponse write(String from, String to, String text) {
    Map<String, String> message = message(from, to, text);
    return post(message, sign(message));
  }

  /** The id of the review of a sentence that asks to stop. */
  public String asksToStop(String from, String to, String sentence) {
    Map<String, String> message = message(from, to, sentence);
    post(message, sign(message)).statusCode(200);
    return UUID.nameUUIDFromBytes(("inbound|" + message.get("MessageSid")).getBytes(UTF_8))
        .toString();
  }

  static Map<String, String> message(String from, String to, String text) {
    return new TreeMap<>(
        Map.of("MessageSid", "SM" + UUID.randomUUID(), "From", from, "To", to, "Body", text));
  }

  ValidatableResponse post(Map<String, String> fields, String signature) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return given()
        .contentType("application/x-www-form-urlencoded")
        .header("X-Twilio-Signature", signature)
        .body(form)
        .post(PATH)
        .then();
  }

  /** As Twilio does it: the URL, then the sorted fields with their values. */
  String sign(Map<String, String> fields) {
    String text =
        publicUrl
            + PATH
            + new TreeMap<>(fields)
                .entrySet().stream()
                    .map(field -> field.getKey() + field.getValue())
                    .collect(Collectors.joining());
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for so many. */
  List<Receipt> receiptsAbout(String customer, int count) {
    return new TopicProbe(bootstrapServers)
            .awaitOn(
                Topic.MESSAGE_RECEIPTS.topicName(),
                records -> about(customer, records).count() == count)
            .stream()
            .flatMap(record -> about(customer, List.of(record)))
            .toList();
  }

  private static Stream<Receipt> about(
      String customer, List<ConsumerRecord<String, byte[]>> records) {
    return records.stream()
        .flatMap(record -> read(record.value()).items().stream())
        .filter(
            receipt ->
                switch (receipt) {
                  case Receipt.Revoked no -> no.address().equals(customer);
                  case Receipt.Restored yes -> yes.address().equals(customer);
                  case Receipt.InboundReceived inbound -> inbound.from().equals(customer);
                  default -> false;
                });
  }

  private static MessageReceipts read(byte[] json) {
    try {
      return WireFormat.read(json, MessageReceipts.class);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException(e);
    }
  }
}
