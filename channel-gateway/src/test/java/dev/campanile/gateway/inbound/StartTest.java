package dev.campanile.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Receipt.Revoked.Cause;
import dev.campanile.gateway.content.SenderNumbers;
import dev.campanile.gateway.revocation.NewRevocation;
import dev.campanile.gateway.revocation.Revocations;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Run;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** START gives back what STOP took and nothing else, and is answered once. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class StartTest {

  private static final String BUSINESS = "+390200000001";

  @Inject TwilioPost twilio;
  @Inject Database database;
  @Inject Revocations revocations;
  @Inject SenderNumbers numbers;
  @Inject Wire wire;

  private final String customer = Customer.any().phone();

  @Test
  void startIsToldWithTheRevocationsItLifts() {
    twilio.write(customer, BUSINESS, "STOP");
    twilio.write(customer, BUSINESS, "yes");

    List<Receipt> receipts = twilio.receiptsAbout(customer, 4);
    UUID stop =
        receipts.stream()
            .filter(Receipt.Revoked.class::isInstance)
            .map(Receipt.Revoked.class::cast)
            .findFirst()
            .orElseThrow()
            .revocationId();
    assertThat(receipts)
        .anySatisfy(
            receipt ->
                assertThat(receipt)
                    .isInstanceOfSatisfying(
                        Receipt.Restored.class,
                        yes -> {
                          assertThat(yes.revocationIds()).containsExactly(stop);
                          assertThat(yes.topic()).isEqualTo(ConsentTopic.ALL);
                        }));
  }

  @Test
  void startGivesBackNothingThatWasTakenOtherwise() {
    keep(Channel.SMS, ConsentTopic.MARKETING, Cause.UNSUBSCRIBE_PAGE);
    keep(Channel.SMS, ConsentTopic.ALL, Cause.COMPLAINT);
    twilio.write(customer, BUSINESS, "START");

    assertThat(standing()).containsExactlyInAnyOrder(ConsentTopic.MARKETING, ConsentTopic.ALL);
  }

  @Test
  void startGivesBackAStopThatOnlyTheProviderHeard() {
    keep(Channel.SMS, ConsentTopic.ALL, Cause.PROVIDER);
    twilio.write(customer, BUSINESS, "UNSTOP");

    assertThat(standing()).isEmpty();
  }

  @Test
  void yesWithoutAStopIsAnOrdinaryAnswer() {
    chat("YES").body(not(containsString("<Message>")));

    assertThat(twilio.receiptsAbout(customer, 1))
        .singleElement()
        .isInstanceOf(Receipt.InboundReceived.class);
  }

  @Test
  void chatStopsAndStartsOnItsOwnAndIsAnsweredByUs() {
    chat("STOP").body(containsString("<Message>"));
    assertThat(standing()).containsExactly(ConsentTopic.ALL);
    chat("STOP").body(not(containsString("<Message>")));
    twilio.write(customer, BUSINESS, "START");
    assertThat(standing()).containsExactly(ConsentTopic.ALL, ConsentTopic.ALL);

    chat("START").body(containsString("<Message>"));
    assertThat(standing()).isEmpty();
  }

  @Test
  void helpIsAnsweredInTheLanguageOfTheQuestionAndInTheBrandsName() {
    Run run = Run.of(Category.SERVICE, PlannedChannel.SMS);
    wire.publish(run.content());
    Awaitility.await()
        .until(
            () ->
                database.read(handle -> numbers.brand(handle, Channel.SMS, BUSINESS)).isPresent());

    twilio
        .write(customer, BUSINESS, "please stop texting me")
        .body(containsString("Grocer: We have stopped"));
    chat("HILFE").body(containsString("Antworten Sie STOP"));
  }

  private ValidatableResponse chat(String text) {
    return twilio.write("whatsapp:" + customer, "whatsapp:" + BUSINESS, text);
  }

  private void keep(Channel channel, ConsentTopic topic, Cause cause) {
    database.inTransaction(
        handle ->
            revocations.add(
                handle,
                new NewRevocation(channel, customer, topic, cause, "test", TestClock.START)));
  }

  private List<ConsentTopic> standing() {
    return database.read(
        handle ->
            revocations.activeAt(handle, List.of(customer)).stream()
                .map(no -> no.topic())
                .toList());
  }
}
