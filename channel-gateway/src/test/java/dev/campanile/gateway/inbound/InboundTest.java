package dev.campanile.gateway.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.Receipt;
import dev.campanile.gateway.revocation.Revocations;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class InboundTest {

  private static final String BUSINESS = "+390200000001";

  @Inject Database database;
  @Inject Revocations revocations;
  @Inject ChatWindows windows;
  @Inject TestClock clock;

  @Inject TwilioPost twilio;

  private final String customer = Customer.any().phone();

  @Test
  void aStopIsKeptAtOnceAndToldToTheOthers() {
    write(customer, "Stop!").statusCode(200).body(containsString("<Response/>"));

    assertThat(topics()).containsExactly(ConsentTopic.ALL);
    assertThat(receipts())
        .anySatisfy(
            receipt ->
                assertThat(receipt)
                    .isInstanceOfSatisfying(
                        Receipt.Revoked.class,
                        no -> {
                          assertThat(no.channel()).isEqualTo(Channel.SMS);
                          assertThat(no.cause()).isEqualTo(Receipt.Revoked.Cause.KEYWORD);
                        }))
        .anySatisfy(
            receipt ->
                assertThat(receipt)
                    .isInstanceOfSatisfying(
                        Receipt.InboundReceived.class,
                        inbound -> assertThat(inbound.text()).isEqualTo("Stop!")));
  }

  @Test
  void aSentenceThatAsksToStopSuppressesAtOnceAndIsAskedAbout() {
    write(customer, "please stop texting me").body(containsString("<Message>"));

    assertThat(topics()).containsExactly(ConsentTopic.ALL);
  }

  @Test
  void anOrdinaryMessageStopsNothing() {
    write(customer, "I am at the bus stop").statusCode(200);

    assertThat(topics()).isEmpty();
  }

  @Test
  void startGivesBackWhatStopTook() {
    write(customer, "STOP");
    write(customer, "START");

    assertThat(topics()).isEmpty();
  }

  @Test
  void aMessageToldTwiceIsStoredOnce() {
    Map<String, String> message = message(customer, "please stop texting me");
    String first = post(message, sign(message)).extract().asString();
    String second = post(message, sign(message)).extract().asString();

    assertThat(second).isEqualTo(first);
    assertThat(topics()).hasSize(1);
  }

  @Test
  void aForgedMessageChangesNothing() {
    Map<String, String> message = message(customer, "STOP");

    post(message, "").statusCode(403);
    post(message, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=").statusCode(403);
    post(message, sign(message(customer, "Hello"))).statusCode(403);

    assertThat(topics()).isEmpty();
    assertThat(stored()).isZero();
  }

  @Test
  void aForgedStatusIsRefused() {
    given()
        .contentType("application/x-www-form-urlencoded")
        .header("X-Twilio-Signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")
        .body("MessageSid=SM1&MessageStatus=delivered&To=%2B391")
        .post("/v1/callbacks/twilio/status?m=" + UUID.randomUUID() + "&a=1")
        .then()
        .statusCode(403);
  }

  @Test
  void aChatMessageOpensTheWindowToTheNumberItWasWrittenTo() {
    Map<String, String> message = message("whatsapp:" + customer, "Ciao");
    message.put("To", "whatsapp:" + BUSINESS);
    post(message, sign(message)).statusCode(200).body(not(containsString("<Message>")));

    assertThat(lastInbound(BUSINESS)).containsEntry(customer, clock.instant());
    assertThat(lastInbound("+390200000002")).isEmpty();
  }

  private Map<String, Instant> lastInbound(String business) {
    return database.read(handle -> windows.lastInbound(handle, business, List.of(customer)));
  }

  private List<ConsentTopic> topics() {
    return database.read(
        handle ->
            revocations.activeAt(handle, List.of(customer)).stream()
                .map(no -> no.topic())
                .toList());
  }

  private int stored() {
    return database.read(
        handle ->
            handle
                .createQuery("select count(*) from inbound where sender = :sender")
                .bind("sender", customer)
                .mapTo(Integer.class)
                .one());
  }

  private List<Receipt> receipts() {
    return twilio.receiptsAbout(customer, 2);
  }

  private ValidatableResponse write(String from, String text) {
    return twilio.write(from, BUSINESS, text);
  }

  private static Map<String, String> message(String from, String text) {
    return TwilioPost.message(from, BUSINESS, text);
  }

  private ValidatableResponse post(Map<String, String> fields, String signature) {
    return twilio.post(fields, signature);
  }

  private String sign(Map<String, String> fields) {
    return twilio.sign(fields);
  }
}
