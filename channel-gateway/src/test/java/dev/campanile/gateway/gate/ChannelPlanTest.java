package dev.campanile.gateway.gate;

import static dev.campanile.contracts.Channel.CHAT;
import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.contracts.Channel.SMS;
import static dev.campanile.gateway.gate.Customer.customer;
import static dev.campanile.gateway.gate.Customer.optedIn;
import static dev.campanile.gateway.gate.Letter.marketing;
import static dev.campanile.gateway.gate.Letter.service;
import static dev.campanile.gateway.gate.Situation.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Reason;
import org.junit.jupiter.api.Test;

class ChannelPlanTest {

  private static final String MAIL = "ana@example.com";
  private static final String PHONE = "+393331234567";

  @Test
  void triesTheChannelsInThePlansOrder() {
    var ana = customer().with(EMAIL, MAIL).with(SMS, PHONE);

    given(ana).sending(service().via(PlannedChannel.SMS, PlannedChannel.EMAIL)).goesTo(SMS, PHONE);
    given(ana).sending(service().via(PlannedChannel.EMAIL, PlannedChannel.SMS)).goesTo(EMAIL, MAIL);
  }

  @Test
  void takesThePreferredChannelForPreferred() {
    var ana = customer().with(EMAIL, MAIL).with(SMS, PHONE).preferring(SMS);

    given(ana)
        .sending(service().via(PlannedChannel.PREFERRED, PlannedChannel.EMAIL))
        .goesTo(SMS, PHONE);
  }

  @Test
  void passesOverPreferredWhenNoChannelWasDeclared() {
    var decision =
        given(customer().with(EMAIL, MAIL))
            .send(service().via(PlannedChannel.PREFERRED, PlannedChannel.EMAIL));

    new DecisionAssert(decision).goesTo(EMAIL, MAIL);
    assertThat(decision.trace().passedOver())
        .containsExactly(
            new Trace.PassedOver(
                PlannedChannel.PREFERRED, "the customer declared no preferred channel"));
  }

  @Test
  void asksAChannelOnceThoughThePlanNamesItTwice() {
    var ana = customer().preferring(EMAIL);

    var decision =
        given(ana)
            .send(
                service().via(PlannedChannel.PREFERRED, PlannedChannel.EMAIL, PlannedChannel.SMS));

    assertThat(decision.trace().candidates())
        .extracting(Trace.Candidate::channel)
        .containsExactly(EMAIL, SMS);
  }

  @Test
  void fallsBackAndReportsTheLastCandidatesReason() {
    given(customer().with(EMAIL, MAIL).withUndeliverable(SMS, "123"))
        .sending(marketing().via(PlannedChannel.SMS, PlannedChannel.EMAIL))
        .isSkipped(EMAIL, Reason.NO_CONSENT)
        .because("no SMS address of the customer can be delivered to");
  }

  @Test
  void passesOverChannelsTheContentHasNoTextFor() {
    var ana = customer().with(EMAIL, MAIL).with(SMS, PHONE);

    given(ana)
        .writtenFor(EMAIL)
        .sending(service().via(PlannedChannel.SMS, PlannedChannel.EMAIL))
        .goesTo(EMAIL, MAIL);
  }

  @Test
  void passesOverChannelsWhoseProviderRefusedTheMessageForGood() {
    var ana = customer().with(EMAIL, MAIL).with(SMS, PHONE);

    given(ana)
        .sending(service().via(PlannedChannel.SMS, PlannedChannel.EMAIL).refusedBy(SMS))
        .goesTo(EMAIL, MAIL);
  }

  @Test
  void hasNoAddressWhenThePlanLeavesNoCandidate() {
    given(customer().with(EMAIL, MAIL))
        .writtenFor(SMS)
        .sending(service())
        .isSkippedAltogether(Reason.NO_ADDRESS)
        .because("the plan leaves no channel to try");
    given(customer().with(EMAIL, MAIL))
        .sending(service().via(PlannedChannel.PREFERRED))
        .isSkippedAltogether(Reason.NO_ADDRESS);
  }

  @Test
  void saysWhenTheCustomerHasNoAddressOnTheChannel() {
    given(customer().with(SMS, PHONE))
        .sending(service().via(PlannedChannel.CHAT))
        .isSkipped(CHAT, Reason.NO_ADDRESS)
        .because("the customer has no CHAT address");
  }

  @Test
  void takesTheFirstValidAddressOfTheChannel() {
    given(customer().withUndeliverable(EMAIL, "ana@").with(EMAIL, MAIL).with(EMAIL, "b@x.example"))
        .sending(service())
        .goesTo(EMAIL, MAIL);
    given(customer().withUndeliverable(EMAIL, "ana@"))
        .sending(service())
        .isSkipped(EMAIL, Reason.INVALID_ADDRESS);
  }

  @Test
  void sendsToASharedAddressOnce() {
    var ana = customer().with(EMAIL, MAIL, optedIn()).with(SMS, PHONE, optedIn());
    var claimed = given(ana).claimed(Channel.EMAIL, MAIL);

    claimed.sending(marketing()).isSkipped(EMAIL, Reason.SHARED_ADDRESS);
    claimed.sending(marketing().via(PlannedChannel.EMAIL, PlannedChannel.SMS)).goesTo(SMS, PHONE);
    given(ana).claimed(Channel.SMS, MAIL).sending(marketing()).goesTo(EMAIL, MAIL);
  }
}
