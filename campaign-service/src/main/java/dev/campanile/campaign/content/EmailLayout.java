package dev.campanile.campaign.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import ch.digitalfondue.mjml4j.Mjml4j;
import dev.campanile.campaign.brand.BrandDraft;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import liqp.Template;
import liqp.TemplateParser;
import liqp.parser.Flavor;
import org.jspecify.annotations.Nullable;

/**
 * The shipped layout, in MJML: compiled once, when a content is published, to HTML that keeps the
 * authors' Liquid.
 */
final class EmailLayout {

  private static final String STANDARD = "/layout/standard.mjml";

  /** What the gateway puts in, per message. */
  private static final String UNSUBSCRIBE_URL = "{{ unsubscribeUrl }}";

  private static final Template LAYOUT = load();

  private EmailLayout() {}

  /**
   * @param text checked, its references resolved
   * @param unsubscribable whether the mail carries the link to end such mails
   */
  static String html(
      String locale,
      ResolvedText text,
      BrandDraft brand,
      boolean unsubscribable,
      Destinations destinations) {
    var islands = new Islands();
    Map<String, Object> slots = brandSlots(brand);
    Wording words = Wording.in(locale);
    slots.put(
        "words",
        Map.of(
            "unsubscribe", Islands.escaped(words.unsubscribe()),
            "validUntil", Islands.escaped(words.validUntil()),
            "code", Islands.escaped(words.code())));
    slots.put("subject", islands.html(text.subject()));
    put(slots, "preheader", text.preheader(), islands);
    slots.put("headline", islands.linked(text.headline(), destinations));
    slots.put("body", text.body().stream().map(p -> islands.linked(p, destinations)).toList());
    if (text.callToAction() instanceof ResolvedText.Link(var label, var url)) {
      slots.put(
          "callToAction",
          Map.of("label", islands.html(label), "url", linkTo(url, destinations, islands)));
    }
    if (text.image() instanceof ResolvedText.Picture(var url, var alt, var link)) {
      Map<String, Object> image = new HashMap<>();
      image.put("url", islands.attribute(url));
      image.put("alt", islands.attribute(alt));
      if (link != null) {
        image.put("link", linkTo(link, destinations, islands));
      }
      slots.put("image", image);
    }
    if (text.offer() instanceof ResolvedText.Terms offer) {
      slots.put("offer", offerSlots(offer, islands));
    }
    if (text.legalFooter() != null) {
      slots.put("legalFooter", islands.linked(text.legalFooter(), destinations));
    }
    if (unsubscribable) {
      slots.put("unsubscribe", islands.setAside(UNSUBSCRIBE_URL));
    }
    String mjml = LAYOUT.render(slots);
    return islands.restore(lean(Mjml4j.render(mjml, new Mjml4j.Configuration(locale))));
  }

  /** Without the indentation, which is a third of it and goes out with every mail. */
  private static String lean(String html) {
    return html.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(joining("\n"));
  }

  private static String linkTo(LiquidText url, Destinations destinations, Islands islands) {
    return islands.setAside(destinations.named(url.source()));
  }

  private static Map<String, Object> brandSlots(BrandDraft brand) {
    Map<String, Object> slots = new HashMap<>();
    var color = brand.brandColor();
    slots.put("brand", Islands.escaped(brand.name()));
    slots.put("imprint", Islands.escaped(brand.imprint()));
    slots.put("color", color.hex());
    slots.put("colorOnWhite", color.readableOnWhite());
    slots.put("textOnColor", color.textOnIt());
    slots.put("tint", color.tint(0.08));
    if (brand.website() != null) {
      slots.put("website", Islands.escaped(brand.website()));
    }
    if (brand.logoUrl() != null) {
      slots.put("logoUrl", Islands.escaped(brand.logoUrl()));
    }
    return slots;
  }

  private static Map<String, Object> offerSlots(ResolvedText.Terms offer, Islands islands) {
    Map<String, Object> slots = new HashMap<>();
    slots.put("name", islands.html(offer.name()));
    put(slots, "price", offer.price(), islands);
    put(slots, "validUntil", offer.validUntil(), islands);
    put(slots, "code", offer.code(), islands);
    return slots;
  }

  private static void put(
      Map<String, Object> slots, String slot, @Nullable LiquidText text, Islands islands) {
    if (text != null) {
      slots.put(slot, islands.html(text));
    }
  }

  private static Template load() {
    try (InputStream layout = EmailLayout.class.getResourceAsStream(STANDARD)) {
      return new TemplateParser.Builder()
          .withFlavor(Flavor.LIQUID)
          .withErrorMode(TemplateParser.ErrorMode.STRICT)
          .build()
          .parse(new String(requireNonNull(layout).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
