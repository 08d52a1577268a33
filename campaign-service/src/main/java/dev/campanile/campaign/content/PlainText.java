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

  PlainText(String locale, ResolvedText text, BrandDraft brand, boolean unsubscribable) {
    this.text = text;
    this.brand = brand;
    this.words = Wording.in(locale);
    this.unsubscribable = unsubscribable;
  }

  String mail() {
    List<String> blocks = new ArrayList<>();
    blocks.add(text.headline().source());
    text.body().forEach(paragraph -> blocks.add(paragraph.source()));
    if (text.offer() instanceof ResolvedText.Terms offer) {
      blocks.add(String.join("\n", offerLines(offer)));
    }
    if (text.callToAction() instanceof ResolvedText.Link(var label, var url)) {
      blocks.add(label.source() + ":\n" + url.source());
    }
    blocks.add("-- \n" + String.join("\n", footerLines()));
    return String.join("\n\n", blocks) + "\n";
  }

  String sms() {
    String said = text.sms() == null ? derivedSms() : text.sms().source();
    boolean saysHowToStop = said.toUpperCase(Locale.ROOT).contains("STOP");
    return unsubscribable && !saysHowToStop ? said + "\n" + words.replyStop() : said;
  }

  private String derivedSms() {
    List<String> lines = new ArrayList<>();
    lines.add(brand.name() + ": " + text.headline().source());
    text.body().forEach(paragraph -> lines.add(paragraph.source()));
    if (text.offer() instanceof ResolvedText.Terms offer) {
      lines.add(String.join(" - ", offerLines(offer)));
    }
    if (text.callToAction() instanceof ResolvedText.Link(_, var url)) {
      lines.add(url.source());
    }
    return String.join("\n", lines);
  }

  String chat() {
    if (text.chat() != null) {
      return text.chat().source();
    }
    List<String> blocks = new ArrayList<>();
    blocks.add("*" + text.headline().source() + "*");
    text.body().forEach(paragraph -> blocks.add(paragraph.source()));
    if (text.offer() instanceof ResolvedText.Terms offer) {
      blocks.add(String.join("\n", offerLines(offer)));
    }
    if (text.callToAction() instanceof ResolvedText.Link(var label, var url)) {
      blocks.add(label.source() + ": " + url.source());
    }
    return String.join("\n\n", blocks);
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
      lines.add(text.legalFooter().source());
    }
    lines.add(brand.imprint());
    Stream.ofNullable(brand.website()).forEach(lines::add);
    if (unsubscribable) {
      lines.add(words.unsubscribe() + ": {{ unsubscribeUrl }}");
    }
    return lines;
  }
}
