package dev.campanile.gateway.gate;

import static dev.campanile.contracts.Channel.CHAT;
import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.contracts.Channel.SMS;
import static dev.campanile.gateway.gate.Customer.customer;
import static dev.campanile.gateway.gate.Customer.optedOut;
import static dev.campanile.gateway.gate.Letter.NOON;
import static dev.campanile.gateway.gate.Letter.marketing;
import static dev.campanile.gateway.gate.Letter.transactional;
import static dev.campanile.gateway.gate.Situation.given;
import static dev.campanile.gateway.gate.Situation.givenAddress;
import static dev.campanile.gateway.gate.Situation.revocation;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.SuppressionReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds an author's test back, and what a message to an address without a customer. */
class TestMessageTest {

  private static final String AT = "ana@example.com";
  private static final String PHONE = "+393331234567";
  private static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));

  @ParameterizedTest
  @EnumSource(names = {"MARKETING", "SURVEY"})
  void needsNoConsentAndWaitsForNothing(Category category) {
    var test = Letter.of(category).asTest().via(PlannedChannel.SMS);

    givenAddress(customer().with(SMS, PHONE)).at(MIDNIGHT).sending(test).goesTo(SMS, PHONE);
    given(customer().with(SMS, PHONE).withOpenCase("C-1", NOON))
        .neverHeard()
        .claimed(SMS, PHONE)
        .at(MIDNIGHT)
        .sending(test)
        .goesTo(SMS, PHONE);
  }

  @Test
  void neverGoesToWhoSaidNoOnACardOrToTheGateway() {
    var test = marketing().asTest();

    givenAddress(customer().with(EMAIL, AT, optedOut(ConsentTopic.MARKETING)))
        .sending(test)
        .isSkipped(EMAIL, Reason.OPTED_OUT);
    givenAddress(customer().with(EMAIL, AT))
        .afterRevocation(revocation(EMAIL, AT, ConsentTopic.ALL))
        .sending(test)
        .isSkipped(EMAIL, Reason.OPTED_OUT);
  }

  @ParameterizedTest
  @EnumSource
  void neverGoesToASuppressedAddressNotEvenATransactionalOne(SuppressionReason why) {
    givenAddress(customer().withSuppressed(why, EMAIL, AT))
        .sending(transactional().asTest())
        .isSkipped(EMAIL, why.reason());
  }

  @Test
  void isHeldByWhatTheProviderRefuses() {
    givenAddress(customer().with(CHAT, PHONE))
        .sending(marketing().asTest().via(PlannedChannel.CHAT))
        .isSkipped(CHAT, Reason.OUTSIDE_CHAT_WINDOW);
  }

  @Test
  void killsATestToo() {
    givenAddress(customer().with(EMAIL, AT))
        .whileRunIs(RunState.KILLED)
        .sending(marketing().asTest())
        .isSkippedAltogether(Reason.KILLED);
  }

  @Test
  void aNamedAddressNeedsNoCardNorASignOfLife() {
    givenAddress(customer().with(EMAIL, AT))
        .neverHeard()
        .sending(transactional())
        .goesTo(EMAIL, AT);
  }

  @Test
  void marketingToANamedAddressHasNobodysConsent() {
    givenAddress(customer().with(EMAIL, AT))
        .sending(marketing())
        .isSkipped(EMAIL, Reason.NO_CONSENT);
  }

  @Test
  void aNamedAddressThatCannotBeDeliveredToIsSaidToBeSo() {
    givenAddress(customer().withUndeliverable(EMAIL, "not an address"))
        .sending(transactional())
        .isSkipped(EMAIL, Reason.INVALID_ADDRESS);
  }
}
