package dev.campanile.gateway.gate;

import static dev.campanile.contracts.Channel.CHAT;
import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.contracts.Channel.SMS;
import static dev.campanile.gateway.gate.Customer.customer;
import static dev.campanile.gateway.gate.Customer.optedIn;
import static dev.campanile.gateway.gate.Letter.NOON;
import static dev.campanile.gateway.gate.Letter.marketing;
import static dev.campanile.gateway.gate.Letter.service;
import static dev.campanile.gateway.gate.Letter.survey;
import static dev.campanile.gateway.gate.Letter.transactional;
import static dev.campanile.gateway.gate.Situation.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Reason;
import dev.campanile.gateway.gate.ContentAbility.ChatTemplate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What depends on the moment: cases, hours, the chat window. */
class TimingTest {

  private static final String PHONE = "+393331234567";
  private static final String MAIL = "ana@example.com";
  private static final Instant EVENING = Instant.parse("2026-03-03T20:14:00Z");

  private final Customer ana =
      customer()
          .with(EMAIL, MAIL, optedIn())
          .with(SMS, PHONE, optedIn())
          .with(CHAT, PHONE, optedIn());

  @Test
  void dropsACampaignsMarketingWhileACaseIsOpen() {
    given(ana.withOpenCase("C-17", NOON.minusSeconds(60)))
        .sending(marketing())
        .isSkipped(EMAIL, Reason.OPEN_CASE)
        .because("case C-17 is open since 2026-03-03T10:59:00Z");
  }

  @Test
  void holdsASurveyWhileACaseIsOpen() {
    given(ana.withOpenCase("C-17", NOON))
        .sending(survey())
        .waits(EMAIL, Reason.OPEN_CASE, NOON.plus(Duration.ofHours(1)));
  }

  @Test
  void sendsServiceAndTransactionalMessagesWhileACaseIsOpen() {
    var waiting = given(ana.withOpenCase("C-17", NOON));

    waiting.sending(service()).goesTo(EMAIL, MAIL);
    waiting.sending(transactional()).goesTo(EMAIL, MAIL);
  }

  @Test
  void holdsAMarketingSmsOverNight() {
    var decision =
        given(ana).at(EVENING).send(marketing().via(PlannedChannel.SMS, PlannedChannel.EMAIL));

    assertThat(decision.verdict())
        .isInstanceOfSatisfying(
            Verdict.Defer.class,
            defer -> {
              assertThat(defer.reason()).isEqualTo(Reason.QUIET_HOURS);
              assertThat(defer.until())
                  .isBetween(
                      Instant.parse("2026-03-04T08:00:00Z"), Instant.parse("2026-03-04T08:15:00Z"));
            });
    new DecisionAssert(decision).because("09:00–20:00 in Europe/Rome; it is Tuesday 21:14 there");
  }

  @Test
  void sendsMailAndServiceSmsAtNight() {
    given(ana).at(EVENING).sending(marketing()).goesTo(EMAIL, MAIL);
    given(ana).at(EVENING).sending(service().via(PlannedChannel.SMS)).goesTo(SMS, PHONE);
  }

  @Test
  void goesOnToTheNextChannelWhenTheNightOutlastsTheMessage() {
    var tonight = marketing().expiring(Instant.parse("2026-03-04T08:00:00Z"));

    given(ana)
        .at(EVENING)
        .sending(tonight.via(PlannedChannel.SMS, PlannedChannel.EMAIL))
        .goesTo(EMAIL, MAIL)
        .because("the message expires before the next opening");
    given(ana)
        .at(EVENING)
        .sending(tonight.via(PlannedChannel.SMS))
        .isSkipped(SMS, Reason.QUIET_HOURS);
  }

  @Test
  void doesNotWaitLongerThanADayForAnHour() {
    var saturdayEvening = Instant.parse("2026-03-07T19:30:00Z");

    given(ana.in("FR", "Europe/Paris"))
        .at(saturdayEvening)
        .sending(marketing().via(PlannedChannel.SMS).expiring(saturdayEvening.plusSeconds(300_000)))
        .isSkipped(SMS, Reason.QUIET_HOURS)
        .because("too far away to wait for");
  }

  @Test
  void sendsFreeTextInsideTheChatWindowOnly() {
    var letter = service().via(PlannedChannel.CHAT);

    given(ana).wrote(PHONE, Duration.ofHours(23)).sending(letter).goesTo(CHAT, PHONE);
    given(ana)
        .wrote(PHONE, Duration.ofHours(24))
        .sending(letter)
        .isSkipped(CHAT, Reason.OUTSIDE_CHAT_WINDOW);
    given(ana)
        .sending(letter)
        .isSkipped(CHAT, Reason.OUTSIDE_CHAT_WINDOW)
        .because("the customer never wrote");
  }

  @Test
  void sendsOnlyAnApprovedTemplateOutsideTheChatWindow() {
    var letter = service().via(PlannedChannel.CHAT);

    given(ana).withTemplate(ChatTemplate.APPROVED).sending(letter).goesTo(CHAT, PHONE);
    given(ana)
        .withTemplate(ChatTemplate.UNKNOWN)
        .sending(letter)
        .waits(CHAT, Reason.TEMPLATE_NOT_APPROVED, NOON.plus(ChatWindowCheck.ASK_AGAIN));
    given(ana)
        .withTemplate(ChatTemplate.NOT_APPROVED)
        .sending(letter)
        .isSkipped(CHAT, Reason.TEMPLATE_NOT_APPROVED);
    given(ana)
        .withTemplate(ChatTemplate.NOT_APPROVED)
        .wrote(PHONE, Duration.ofHours(1))
        .sending(letter)
        .goesTo(CHAT, PHONE);
  }

  @Test
  void knowsNoChatWindowOnOtherChannels() {
    given(ana).sending(service().via(PlannedChannel.SMS)).goesTo(SMS, PHONE);
  }
}
