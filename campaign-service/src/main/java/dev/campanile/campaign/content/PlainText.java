package dev.campanile.campaign.content;

import dev.campanile.campaign.brand.BrandDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A content where there is no markup: the mail's text part, SMS and chat. All of it is Liquid. */
final class PlainText {

  private final ResolvedText text;
  private final BrandDraft brand;
  private final Wording words;
  private final boolean unsubscribable;
  private final Destinations destinations;

  PlainText(
      String locale,
      ResolvedText text,
      BrandDraft brand,
      boolean unsubscribable,
      Destinations destinations) {
    this.text = text;
    this.brand = brand;
    this.words = Wording.in(locale);
    this.unsubscribable = unsubscribable;
    this.destinations = destinations;
  }

  String mail() {
    List<String> blocks = new ArrayList<>();
    blocks.add(said(text.headline()));
    text.body().forEach(paragraph -> blocks.add(said(paragraph)));
    if (text.offer() instanceof ResolvedText.Terms offer) {
      blocks.add(String.join("\n", offerLines(offer)));
    }
    if (text.callToAction() instanceof ResolvedText.Link(var label, var url)) {
      blocks.add(label.source() + ":\n" + destinations.named(url.source()));
    }
    blocks.add("-- \n" + String.join("\n", footerLines()));
    return String.join("\n\n", blocks) + "\n";
  }

  String sms() {
    String said = text.sms() == null ? derivedSms() : said(text.sms());
    boolean saysHowToStop = said.toUpperCase(Locale.ROOT).contains("STOP");
    return unsubscribable && !saysHowToStop ? said + "\n" + words.replyStop() : said;
  }

  private String derivedSms() {
    List<String> lines = new ArrayList<>();
    lines.add(brand.name() + ": " + said(text.headline()));
    text.body().forEach(paragraph -> lines.add(said(paragraph)));
    if (text.offer() instanceof ResolvedText.Terms offer) {
      lines.add(String.join(" - ", offerLines(offer)));
    }
    if (text.callToAction() instanceof ResolvedText.Link(_, var url)) {
      lines.add(destinations.named(url.source()));
    }
    return String.join("\n", lines);
  }

  String chat() {
    if (text.chat() != null) {
      return said(text.chat());
    }
    List<String> blocks = new ArrayList<>();
    blocks.add("*" + said(text.headline()) + "*");
    text.body().forEach(paragraph -> blocks.add(said(paragraph)));
    if (text.offer() instanceof ResolvedText.Terms offer) {
      blocks.add(String.join("\n", offerLines(offer)));
    }
    if (text.callToAction() instanceof ResolvedText.Link(var label, var url)) {
      blocks.add(label.source() + ": " + destinations.named(url.source()));
    }
    return String.join("\n\n", blocks);
  }

  private String said(LiquidText written) {
    return destinations.namedIn(written);
  }

  private List<String> offerLines(ResolvedText.Terms offer) {
    List<String> lines = new ArrayList<>();
    lines.add(offer.name().source());
    if (offer.price() != null) {
      lines.add(offer.price().source());
    }
    if (offer.code() != null) {
      lines.add(words.code() + ": " + offer.code().source());
    }
    if (offer.validUntil() != null) {
      lines.add(words.validUntil() + " " + offer.validUntil().source());
    }
    return lines;
  }

  private List<String> footerLines() {
    List<String> lines = new ArrayList<>();
    if (text.legalFooter() != null) {
      lines.add(said(text.legalFooter()));
    }
    lines.add(brand.imprint());
    Stream.ofNullable(brand.website()).forEach(lines::add);
    if (unsubscribable) {
      lines.add(words.unsubscribe() + ": {{ unsubscribeUrl }}");
    }
    return lines;
  }
}
