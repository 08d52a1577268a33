package dev.campanile.campaign.content;

import static dev.campanile.campaign.content.Drafts.WEEKEND_OFFER;
import static dev.campanile.campaign.content.Drafts.findingsIn;
import static dev.campanile.campaign.content.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.runtime.http.FieldError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bread for {{ offer.price }} until {{ offer.validUntil }}, code {{ offer.code }}",
        "Bread for 4,50 € with BREAD20, until Sunday",
        "Fresh bread waits for you, {{ firstName }}",
        "See {{ callToAction.url }}",
        "Code: BREAD20 until 29 November https://green-basket.example/bread"
      })
  void acceptsAnotherWordingOfTheSameOffer(String sms) {
    assertThat(findingsIn(with(WEEKEND_OFFER, "sms", sms))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bread for €3.90",
        "Bread with 20% off",
        "Bread with code LOAF15",
        "Use code BAKERY today",
        "Bread until 30 November",
        "Bread until Monday",
        "Bread until 30.11.",
        "Bread until 2026-11-30",
        "Bread at https://elsewhere.example/bread"
      })
  void refusesAnOverrideThatStatesAnotherOffer(String said) {
    assertThat(findingsIn(with(WEEKEND_OFFER, "sms", said)))
        .extracting(FieldError::pointer)
        .containsExactly("/locales/en/sms");
    assertThat(findingsIn(with(WEEKEND_OFFER, "chat", Map.of("text", said))))
        .extracting(FieldError::pointer)
        .containsExactly("/locales/en/chat/text");
  }

  @Test
  void looksAtTheSlotsOfAChatTemplateToo() {
    var chat = Map.of("template", Map.of("sid", "HX" + "0".repeat(32), "variables", List.of("€3")));

    assertThat(findingsIn(with(WEEKEND_OFFER, "chat", chat)))
        .containsExactly(
            new FieldError(
                "/locales/en/chat/template/variables/0",
                "states `3`, which is not the offer's price; write {{ offer.price }}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRANSACTIONAL", "SERVICE"})
  void refusesAnOfferWhereItWouldMakeTheMailMarketing(String category) {
    var draft = Drafts.of(WEEKEND_OFFER.replace("MARKETING", category));

    assertThat(findingsIn(draft))
        .extracting(FieldError::pointer)
        .containsExactly("/locales/en/offer");
  }

  @Test
  void refusesToComputeWithAnOffer() {
    assertThat(findingsIn(with(WEEKEND_OFFER, "sms", "{{ offer.price | upcase }}"))).hasSize(1);
    assertThat(findingsIn(with(WEEKEND_OFFER, "sms", "{% if offer.price %}x{% endif %}")))
        .hasSize(1);
    assertThat(findingsIn(with(WEEKEND_OFFER, "sms", "{{ offer.prize }}"))).hasSize(1);
  }
}
