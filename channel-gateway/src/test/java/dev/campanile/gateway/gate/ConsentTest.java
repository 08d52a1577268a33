package dev.campanile.gateway.gate;

import static dev.campanile.contracts.Channel.CHAT;
import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.contracts.Channel.SMS;
import static dev.campanile.gateway.gate.Customer.customer;
import static dev.campanile.gateway.gate.Customer.optedIn;
import static dev.campanile.gateway.gate.Customer.optedOut;
import static dev.campanile.gateway.gate.Letter.NOON;
import static dev.campanile.gateway.gate.Letter.marketing;
import static dev.campanile.gateway.gate.Letter.service;
import static dev.campanile.gateway.gate.Letter.transactional;
import static dev.campanile.gateway.gate.Situation.given;
import static dev.campanile.gateway.gate.Situation.revocation;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard.Consent;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.SuppressionReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentTest {

  private static final String AT = "+393331234567";
  private static final ConsentTopic ALL = ConsentTopic.ALL;
  private static final ConsentTopic OFFERS = new ConsentTopic("offers");
  private static final ConsentTopic RECIPES = new ConsentTopic("recipes");

  @ParameterizedTest(name = "{0} by {1} after opting out of {2}: {3}")
  @CsvSource({
    "TRANSACTIONAL, EMAIL, ALL,       goes",
    "TRANSACTIONAL, SMS,   ALL,       refused",
    "TRANSACTIONAL, CHAT,  ALL,       refused",
    "TRANSACTIONAL, SMS,   MARKETING, goes",
    "SERVICE,       EMAIL, ALL,       refused",
    "SERVICE,       SMS,   ALL,       refused",
    "SERVICE,       SMS,   MARKETING, goes",
    "SERVICE,       SMS,   offers,    goes",
    "SURVEY,        EMAIL, ALL,       refused",
    "SURVEY,        EMAIL, MARKETING, refused",
    "MARKETING,     EMAIL, ALL,       refused",
    "MARKETING,     EMAIL, MARKETING, refused",
    "MARKETING,     EMAIL, offers,    refused",
    "MARKETING,     EMAIL, recipes,   goes",
  })
  void bindsANoAsFarAsItReachesWhetherOnTheCardOrHeardByTheGateway(
      Category category, Channel channel, String topic, String outcome) {
    var no = new ConsentTopic(topic);
    var letter = letterAboutOffers(category, channel);
    var onTheCard = given(customer().with(channel, AT, optedIn(), optedOut(no)));
    var heard =
        given(customer().with(channel, AT, optedIn())).afterRevocation(revocation(channel, AT, no));

    if (outcome.equals("goes")) {
      onTheCard.wrote(AT, Duration.ofHours(1)).sending(letter).goesTo(channel, AT);
      heard.wrote(AT, Duration.ofHours(1)).sending(letter).goesTo(channel, AT);
    } else {
      onTheCard.sending(letter).isSkipped(channel, Reason.OPTED_OUT);
      heard.sending(letter).isSkipped(channel, Reason.OPTED_OUT).because("not yet on the card");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSACTIONAL", "SERVICE"})
  void asksNoOptInForWhatTheCustomerWaitsFor(Category category) {
    given(customer().with(EMAIL, AT)).sending(Letter.of(category)).goesTo(EMAIL, AT);
  }

  @ParameterizedTest
  @EnumSource(names = {"SURVEY", "MARKETING"})
  void asksAnOptInForMarketingAndSurveys(Category category) {
    var letter = Letter.of(category);

    given(customer().with(EMAIL, AT)).sending(letter).isSkipped(EMAIL, Reason.NO_CONSENT);
    given(customer().with(EMAIL, AT, optedIn())).sending(letter).goesTo(EMAIL, AT);
  }

  @ParameterizedTest
  @CsvSource({"UNKNOWN,no", "PENDING,no", "OPTED_IN,yes", "IMPLIED,yes"})
  void takesOnlyAKnownYesForAYes(ConsentState state, String answer) {
    var sending =
        given(customer().with(EMAIL, AT, new Consent(ConsentTopic.MARKETING, state)))
            .sending(marketing());

    if (answer.equals("yes")) {
      sending.goesTo(EMAIL, AT);
    } else {
      sending.isSkipped(EMAIL, Reason.NO_CONSENT);
    }
  }

  @Test
  void takesAYesToTheTopicOrToAllMarketing() {
    given(customer().with(EMAIL, AT, optedIn(OFFERS)))
        .sending(marketing().about(OFFERS))
        .goesTo(EMAIL, AT);
    given(customer().with(EMAIL, AT, optedIn()))
        .sending(marketing().about(OFFERS))
        .goesTo(EMAIL, AT);
    given(customer().with(EMAIL, AT, optedIn(RECIPES)))
        .sending(marketing().about(OFFERS))
        .isSkipped(EMAIL, Reason.NO_CONSENT)
        .because("no opt-in to offers or all marketing");
    given(customer().with(EMAIL, AT, optedIn(OFFERS)))
        .sending(marketing())
        .isSkipped(EMAIL, Reason.NO_CONSENT);
  }

  @Test
  void takesAYesToEverythingForNoYesToMarketing() {
    given(customer().with(EMAIL, AT, optedIn(ALL)))
        .sending(marketing())
        .isSkipped(EMAIL, Reason.NO_CONSENT);
  }

  @Test
  void respectsAPauseUntilItEnds() {
    var paused = new Consent(ALL, ConsentState.UNKNOWN, NOON.plusSeconds(1));
    var ended = new Consent(ALL, ConsentState.UNKNOWN, NOON);

    given(customer().with(EMAIL, AT, optedIn(), paused))
        .sending(marketing())
        .isSkipped(EMAIL, Reason.PAUSED_UNTIL);
    given(customer().with(EMAIL, AT, optedIn(), paused)).sending(service()).goesTo(EMAIL, AT);
    given(customer().with(EMAIL, AT, optedIn(), ended)).sending(marketing()).goesTo(EMAIL, AT);
  }

  @Test
  void pausesOneTopicAndNotTheOthers() {
    var paused = new Consent(RECIPES, ConsentState.OPTED_IN, NOON.plusSeconds(1));
    var ana = customer().with(EMAIL, AT, optedIn(), paused);

    given(ana).sending(marketing().about(RECIPES)).isSkipped(EMAIL, Reason.PAUSED_UNTIL);
    given(ana).sending(marketing().about(OFFERS)).goesTo(EMAIL, AT);
  }

  @Test
  void keepsARevocationUntilTheCardSaysItKnowsOfIt() {
    var stop = revocation(SMS, AT, ALL);
    var letter = service().via(PlannedChannel.SMS);

    given(customer().with(SMS, AT).atVersion(99))
        .afterRevocation(stop)
        .sending(letter)
        .isSkipped(SMS, Reason.OPTED_OUT)
        .because("revocation " + stop.id());
    given(customer().with(SMS, AT).knowing(stop))
        .afterRevocation(stop)
        .sending(letter)
        .goesTo(SMS, AT);
  }

  @Test
  void bindsARevocationToItsChannelAndAddress() {
    var ana = customer().with(SMS, AT, optedIn());
    var letter = marketing().via(PlannedChannel.SMS);

    given(ana).afterRevocation(revocation(CHAT, AT, ALL)).sending(letter).goesTo(SMS, AT);
    given(ana).afterRevocation(revocation(SMS, "+390", ALL)).sending(letter).goesTo(SMS, AT);
  }

  @Test
  void fallsBackToEmailAfterASmsStop() {
    given(customer().with(SMS, AT).with(EMAIL, "ana@example.com").preferring(SMS))
        .afterRevocation(revocation(SMS, AT, ALL))
        .sending(service().via(PlannedChannel.PREFERRED, PlannedChannel.EMAIL))
        .goesTo(EMAIL, "ana@example.com");
  }

  @ParameterizedTest
  @EnumSource
  void sendsNothingButTransactionalToASuppressedAddress(SuppressionReason why) {
    var ana = customer().withSuppressed(why, EMAIL, AT);

    given(ana).sending(marketing()).isSkipped(EMAIL, why.reason());
    given(ana).sending(Letter.survey()).isSkipped(EMAIL, why.reason());
    given(ana).sending(service()).isSkipped(EMAIL, why.reason());
  }

  @Test
  void bindsAHardBounceForTransactionalMessagesToo() {
    given(customer().withSuppressed(SuppressionReason.HARD, EMAIL, AT))
        .sending(transactional())
        .isSkipped(EMAIL, Reason.SUPPRESSED_HARD);
    given(customer().withSuppressed(SuppressionReason.SOFT, EMAIL, AT))
        .sending(transactional())
        .goesTo(EMAIL, AT);
  }

  private static Letter letterAboutOffers(Category category, Channel channel) {
    Letter letter = Letter.of(category).via(PlannedChannel.valueOf(channel.name()));
    return switch (category) {
      case TRANSACTIONAL, SERVICE -> letter;
      case SURVEY, MARKETING -> letter.about(OFFERS);
    };
  }
}
