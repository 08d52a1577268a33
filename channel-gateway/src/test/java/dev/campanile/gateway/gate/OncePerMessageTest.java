package dev.campanile.gateway.gate;

import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.gateway.gate.Customer.customer;
import static dev.campanile.gateway.gate.Customer.optedIn;
import static dev.campanile.gateway.gate.Letter.NOON;
import static dev.campanile.gateway.gate.Letter.marketing;
import static dev.campanile.gateway.gate.Letter.service;
import static dev.campanile.gateway.gate.Letter.survey;
import static dev.campanile.gateway.gate.Letter.transactional;
import static dev.campanile.gateway.gate.Situation.given;

import dev.campanile.contracts.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OncePerMessageTest {

  private static final String ANA = "ana@example.com";

  private final Customer ana = customer().with(EMAIL, ANA, optedIn());

  @Test
  void sendsWhatNothingSpeaksAgainst() {
    given(ana).sending(marketing()).goesTo(EMAIL, ANA);
  }

  @Test
  void skipsAMessageFromTheInstantItExpires() {
    given(ana).sending(service().expiring(NOON)).isSkippedAltogether(Reason.EXPIRED);
    given(ana).sending(service().expiring(NOON.plusMillis(1))).goesTo(EMAIL, ANA);
  }

  @Test
  void defersWhileTheRunIsPaused() {
    given(ana)
        .whileRunIs(RunState.PAUSED)
        .sending(marketing())
        .waitsAltogether(Reason.RUN_PAUSED, NOON.plus(RunCheck.PAUSE));
  }

  @Test
  void asksAgainNoLaterThanTheMessageExpires() {
    given(ana)
        .whileRunIs(RunState.PAUSED)
        .sending(marketing().expiring(NOON.plusSeconds(3)))
        .waitsAltogether(Reason.RUN_PAUSED, NOON.plusSeconds(3));
  }

  @Test
  void skipsWhatWasCancelledOrKilledEvenATransactionalMessage() {
    given(ana)
        .whileRunIs(RunState.CANCELLED)
        .sending(transactional())
        .isSkippedAltogether(Reason.RUN_CANCELLED);
    given(ana)
        .whileRunIs(RunState.KILLED)
        .sending(transactional())
        .isSkippedAltogether(Reason.KILLED);
  }

  @Test
  void skipsAnErasedCustomer() {
    given(new CardState.Erased()).sending(service()).isSkippedAltogether(Reason.ERASED);
  }

  @Test
  void waitsASecondForACardThatIsMissing() {
    given(new CardState.Missing())
        .sending(service())
        .waitsAltogether(Reason.CARD_PENDING, NOON.plusSeconds(1));
  }

  @Test
  void waitsForACardAtLeastAsNewAsTheOneItWasPlannedWith() {
    given(ana.atVersion(6))
        .sending(service().plannedWithCard(7))
        .waitsAltogether(Reason.CARD_PENDING, NOON.plusSeconds(1))
        .because("the card has version 6, the message was planned with 7");
    given(ana.atVersion(7)).sending(service().plannedWithCard(7)).goesTo(EMAIL, ANA);
  }

  @Test
  void givesUpOnTheCardAfterAMinute() {
    given(new CardState.Missing())
        .sending(service().arrived(NOON.minusSeconds(60)))
        .isSkippedAltogether(Reason.CARD_PENDING);
    given(new CardState.Missing())
        .sending(service().arrived(NOON.minusSeconds(59)))
        .waitsAltogether(Reason.CARD_PENDING, NOON.plusSeconds(1));
  }

  @Test
  void holdsMarketingAndSurveysWhileProfileServiceIsSilent() {
    var silent = given(ana).lastHeard(Duration.ofSeconds(31));

    silent.sending(marketing()).waitsAltogether(Reason.CARD_PENDING, NOON.plusSeconds(1));
    silent.sending(survey()).waitsAltogether(Reason.CARD_PENDING, NOON.plusSeconds(1));
    silent.sending(service()).goesTo(EMAIL, ANA);
    silent.sending(transactional()).goesTo(EMAIL, ANA);
    given(ana).lastHeard(Duration.ofSeconds(30)).sending(marketing()).goesTo(EMAIL, ANA);
  }

  @Test
  void holdsMarketingWhenProfileServiceWasNeverHeard() {
    given(ana)
        .neverHeard()
        .sending(marketing())
        .waitsAltogether(Reason.CARD_PENDING, NOON.plusSeconds(1));
  }

  @Test
  void doesNotGiveUpOnMarketingForASilenceOfProfileService() {
    given(ana)
        .neverHeard()
        .sending(marketing().arrived(NOON.minus(Duration.ofHours(3))))
        .waitsAltogether(Reason.CARD_PENDING, NOON.plusSeconds(1));
  }

  @Test
  void saysTheFirstOfSeveralReasons() {
    given(new CardState.Erased())
        .whileRunIs(RunState.KILLED)
        .sending(service().expiring(NOON))
        .isSkippedAltogether(Reason.EXPIRED);
    given(new CardState.Erased())
        .whileRunIs(RunState.KILLED)
        .sending(service())
        .isSkippedAltogether(Reason.KILLED);
  }
}
