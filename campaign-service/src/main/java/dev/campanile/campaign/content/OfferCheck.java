package dev.campanile.campaign.content;

import dev.campanile.contracts.Category;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An offer is the same on every channel: wording that an author gave one channel must not state
 * another price, date, code or link. Literal figures are compared with the offer's own; {@code {{
 * offer.price }}} is always right.
 */
final class OfferCheck {

  private OfferCheck() {}

  static void check(
      @Nullable Category category, String locale, LocaleText text, Findings findings) {
    LocaleText.Offer offer = text.offer();
    if (offer != null) {
      checkOffer(category, JsonPointer.of("locales", locale, "offer"), offer, findings);
    }
    for (TextField field : TextField.of(locale, text)) {
      if (field.kind() == TextField.Kind.OVERRIDE) {
        checkLinks(field, text, findings);
        if (offer != null) {
          checkStatements(field, offer, Locale.forLanguageTag(locale), findings);
        }
      }
    }
  }

  private static void checkOffer(
      @Nullable Category category, String pointer, LocaleText.Offer offer, Findings findings) {
    if (offer.name() == null || offer.name().isBlank()) {
      findings.add(pointer + "/name", "say what is offered");
    }
    if (category == null) {
      return;
    }
    switch (category) {
      case TRANSACTIONAL ->
          findings.add(pointer, "an offer makes a mail marketing: TRANSACTIONAL has none");
      case SERVICE ->
          findings.add(
              pointer,
              "an offer in SERVICE needs the consent of each address, which is not supported yet:"
                  + " send it as MARKETING");
      case SURVEY, MARKETING -> {}
    }
  }

  private static void checkStatements(
      TextField field, LocaleText.Offer offer, Locale locale, Findings findings) {
    Statements said = Statements.in(literalOf(field.text()), locale);
    Statements offered =
        Statements.in(
            Stream.of(offer.name(), offer.price(), offer.validUntil())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" \n ")),
            locale);
    report(field, "price", without(said.amounts(), offered.amounts()), findings);
    report(field, "validUntil", without(said.dates(), offered.dates()), findings);
    Set<String> codes = new TreeSet<>(said.codes());
    codes.remove(offer.code());
    report(field, "code", codes, findings);
  }

  private static void report(TextField field, String part, Set<String> other, Findings findings) {
    for (String statement : other) {
      findings.add(
          field.pointer(),
          "states `"
              + statement
              + "`, which is not the offer's "
              + part
              + "; write {{ offer."
              + part
              + " }}");
    }
  }

  private static void checkLinks(TextField field, LocaleText text, Findings findings) {
    try {
      LiquidText override = LiquidText.parse(field.text());
      if (override.computesUrls()) {
        findings.add(
            field.pointer(),
            "has a link inside of Liquid; write {{ callToAction.url }}, which leads where the button"
                + " does");
      }
      String said = text.callToAction() == null ? null : text.callToAction().url();
      for (LiquidText.Span span : override.urls()) {
        String url = field.text().substring(span.start(), span.end());
        if (!url.equals(said)) {
          findings.add(
              field.pointer(),
              "links to `" + url + "`, not to where the button does; write {{ callToAction.url }}");
        }
      }
    } catch (LiquidSyntaxException e) {
      // Found by the check of each text.
    }
  }

  private static String literalOf(String text) {
    try {
      return LiquidText.parse(text).map(literal -> literal, _ -> " ");
    } catch (LiquidSyntaxException e) {
      return "";
    }
  }

  private static Set<String> without(Set<String> said, Set<String> offered) {
    Set<String> other = new TreeSet<>(said);
    other.removeAll(offered);
    return other;
  }
}
