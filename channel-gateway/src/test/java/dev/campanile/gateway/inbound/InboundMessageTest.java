package dev.campanile.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Channel;
import dev.campanile.gateway.keyword.Intent;
import dev.campanile.gateway.keyword.KeywordReplies;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboundMessageTest {

  private static final Correspondence.Parties NOBODY = new Correspondence.Parties(null, null);

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void readsAChatMessageByItsNumbers() {
    assertThat(
            InboundMessage.of(
                Map.of(
                    "MessageSid", "SM1",
                    "From", "whatsapp:+391",
                    "To", "whatsapp:+392",
                    "Body", "Ciao"),
                NOW))
        .contains(new InboundMessage("SM1", Channel.CHAT, "+391", "+392", "Ciao", null, NOW));
  }

  @Test
  void believesTheProviderAboutAnOptOut() {
    var message =
        InboundMessage.of(
            Map.of("MessageSid", "SM1", "From", "+391", "To", "+392", "OptOutType", "STOP"), NOW);

    assertThat(message)
        .hasValueSatisfying(it -> assertThat(it.understood()).isEqualTo(new Intent.Stop("STOP")));
  }

  @Test
  void isNothingWithoutASender() {
    assertThat(InboundMessage.of(Map.of("MessageSid", "SM1", "Body", "STOP"), NOW)).isEmpty();
  }

  @Test
  void aSentenceIsAskedAboutEvenWhereTheProviderAnswersKeywords() {
    var replies = new Replies(() -> OptOutReplies.PROVIDER, new KeywordReplies());

    assertThat(replies.to(new Intent.Stop("STOP"), said("STOP", Channel.SMS), false, NOBODY))
        .isEmpty();
    assertThat(
            replies.to(
                new Intent.SoftStop("please stop"), said("STOP", Channel.SMS), false, NOBODY))
        .isPresent();
    assertThat(replies.to(new Intent.Stop("STOP"), said("STOP", Channel.CHAT), false, NOBODY))
        .isPresent();
  }

  /** Twilio knows its own words and lets all others pass in silence. */
  @Test
  void aWordThatTheProviderDoesNotKnowIsOursToConfirm() {
    var replies = new Replies(() -> OptOutReplies.PROVIDER, new KeywordReplies());

    assertThat(replies.to(new Intent.Stop("BASTA"), said("Basta!", Channel.SMS), false, NOBODY))
        .isPresent();
    assertThat(replies.to(new Intent.Start("STARTEN"), said("STARTEN", Channel.SMS), true, NOBODY))
        .isPresent();
    assertThat(replies.to(new Intent.Help("AIUTO"), said("aiuto", Channel.SMS), false, NOBODY))
        .isPresent();
    assertThat(replies.to(new Intent.Stop("STOP"), said(" stop ", Channel.SMS), false, NOBODY))
        .isEmpty();
    assertThat(replies.to(new Intent.Help("HELP"), said("Info", Channel.SMS), false, NOBODY))
        .isEmpty();
  }

  @Test
  void exactlyOneOfUsConfirmsAStop() {
    var replies = new Replies(() -> OptOutReplies.CAMPANILE, new KeywordReplies());

    assertThat(replies.to(new Intent.Stop("STOP"), said("STOP", Channel.SMS), false, NOBODY))
        .isPresent();
    assertThat(replies.to(new Intent.Start("YES"), said("STOP", Channel.SMS), false, NOBODY))
        .isEmpty();
    assertThat(replies.to(new Intent.Start("START"), said("STOP", Channel.SMS), true, NOBODY))
        .isPresent();
    assertThat(replies.to(new Intent.None(), said("STOP", Channel.SMS), false, NOBODY)).isEmpty();
  }

  private static InboundMessage said(String text, Channel channel) {
    return new InboundMessage("SM1", channel, "+393330000001", "+390200000001", text, null, NOW);
  }
}
