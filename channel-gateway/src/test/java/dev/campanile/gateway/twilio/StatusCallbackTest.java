package dev.campanile.gateway.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.gateway.channel.DeliveryReport;
import dev.campanile.gateway.channel.DeliveryStatus;
import dev.campanile.gateway.channel.HandOff.AddressFinding;
import dev.campanile.gateway.channel.PublicUrls;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCallbackTest {

  private static final String ID = "6f1f3f9e-0000-8000-8000-000000000001";
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String PATH = StatusCallbackResource.PATH;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SignedCallbacks callbacks =
      new SignedCallbacks(
          new FixedTwilio(), PublicUrls.of("https://mail.example.com/campanile/"), meters);

  @ParameterizedTest
  @CsvSource({
    "queued, SENT",
    "sent, SENT",
    "delivered, DELIVERED",
    "read, DELIVERED",
    "undelivered, UNDELIVERED",
    "failed, FAILED"
  })
  void readsTheStatus(String twilio, DeliveryStatus status) {
    assertThat(read(Map.of("MessageSid", "SM1", "MessageStatus", twilio, "To", "+391")))
        .map(DeliveryReport::status)
        .contains(status);
  }

  @Test
  void readsWhatItSaysOfTheAddress() {
    assertThat(
            read(
                Map.of(
                    "MessageSid", "SM1",
                    "MessageStatus", "undelivered",
                    "ErrorCode", "30006",
                    "To", "whatsapp:+391")))
        .contains(
            new DeliveryReport(
                MessageId.of(ID),
                2,
                Channel.CHAT,
                "SM1",
                DeliveryStatus.UNDELIVERED,
                "30006",
                new AddressFinding.Suppress(SuppressionReason.HARD),
                NOW));
  }

  @Test
  void readsNothingFromAnythingElse() {
    assertThat(read(Map.of("MessageSid", "SM1", "MessageStatus", "receiving"))).isEmpty();
    assertThat(read(Map.of("MessageStatus", "sent"))).isEmpty();
    assertThat(
            StatusCallback.read(
                "no id", "1", Map.of("MessageSid", "SM1", "MessageStatus", "sent"), NOW))
        .isEmpty();
    assertThat(
            StatusCallback.read(
                ID, "one", Map.of("MessageSid", "SM1", "MessageStatus", "sent"), NOW))
        .isEmpty();
  }

  private static Optional<DeliveryReport> read(Map<String, String> fields) {
    return StatusCallback.read(ID, "2", fields, NOW);
  }

  @Test
  void believesWhatIsSignedForThePublicAddress() throws Exception {
    String signature =
        sign("https://mail.example.com/campanile" + PATH + "?m=1&a=2" + "BodyCiao è" + "FromX");

    assertThat(callbacks.verified(PATH, "m=1&a=2", "From=X&Body=Ciao+%C3%A8", signature))
        .contains(Map.of("From", "X", "Body", "Ciao è"));
    assertThat(meters.counter("campanile.callbacks.forged", "provider", "twilio").count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"m=1&a=3", "m=2&a=2", ""})
  void believesNothingForAnotherAddress(String query) throws Exception {
    String signature = sign("https://mail.example.com/campanile" + PATH + "?m=1&a=2" + "FromX");

    assertThat(callbacks.verified(PATH, query, "From=X", signature)).isEmpty();
    assertThat(callbacks.verified(PATH, "m=1&a=2", "From=Y", signature)).isEmpty();
    assertThat(callbacks.verified(PATH, "m=1&a=2", "From=X&More=1", signature)).isEmpty();
    assertThat(callbacks.verified(PATH, "m=1&a=2", "From=X", "")).isEmpty();
    assertThat(callbacks.verified(PATH, "m=1&a=2", "From=X", null)).isEmpty();
    assertThat(callbacks.verified(PATH, "m=1&a=2", "From=%", signature)).isEmpty();
    assertThat(meters.counter("campanile.callbacks.forged", "provider", "twilio").count())
        .isEqualTo(6);
  }

  private static String sign(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec("token".getBytes(UTF_8), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }

  private record FixedTwilio() implements TwilioConfig {
    @Override
    public String accountSid() {
      return "AC1";
    }

    @Override
    public String authToken() {
      return "token";
    }

    @Override
    public Optional<URI> baseUrl() {
      return Optional.empty();
    }

    @Override
    public Duration connectTimeout() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration answerTimeout() {
      return Duration.ofSeconds(1);
    }

    @Override
    public int concurrency() {
      return 1;
    }

    @Override
    public Duration reconcileAfter() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration approvalAge() {
      return Duration.ofMinutes(1);
    }
  }
}
