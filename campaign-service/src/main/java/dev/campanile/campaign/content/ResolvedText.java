package dev.campanile.campaign.content;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A checked text of one language: everything required is there, references say what they name, and
 * Liquid inside URLs is encoded.
 */
record ResolvedText(
    LiquidText subject,
    @Nullable LiquidText preheader,
    LiquidText headline,
    List<LiquidText> body,
    @Nullable Link callToAction,
    @Nullable Picture image,
    @Nullable Terms offer,
    @Nullable LiquidText legalFooter,
    @Nullable LiquidText sms,
    @Nullable LiquidText chat,
    @Nullable Template chatTemplate) {

  record Link(LiquidText label, LiquidText url) {}

  record Picture(LiquidText url, LiquidText alt, @Nullable LiquidText link) {}

  record Terms(
      LiquidText name,
      @Nullable LiquidText price,
      @Nullable LiquidText validUntil,
      @Nullable LiquidText code) {}

  record Template(String sid, List<LiquidText> variables, boolean insideWindow) {}

  /**
   * @param draft without findings, see {@link PublishCheck}
   */
  static ResolvedText of(LocaleText draft) {
    var resolve = new Resolution(draft);
    return new ResolvedText(
        resolve.required(draft.subject()),
        resolve.optional(draft.preheader()),
        resolve.required(draft.headline()),
        draft.body().stream().map(resolve::required).toList(),
        draft.callToAction() instanceof LocaleText.CallToAction(var label, var url)
            ? new Link(resolve.required(label), resolve.required(url))
            : null,
        draft.image() instanceof LocaleText.Image(var url, var alt, var link)
            ? new Picture(resolve.required(url), resolve.required(alt), resolve.optional(link))
            : null,
        draft.offer() instanceof LocaleText.Offer(var name, var price, var until, var code)
            ? new Terms(
                resolve.required(name),
                resolve.optional(price),
                resolve.optional(until),
                resolve.optional(code))
            : null,
        resolve.optional(draft.legalFooter()),
        resolve.optional(draft.sms()),
        draft.chat() == null ? null : resolve.optional(draft.chat().text()),
        draft.chat()
                    instanceof
                    LocaleText.ChatText(_, LocaleText.Template(var sid, var slots, var inside))
                && sid != null
            ? new Template(
                sid, slots.stream().map(resolve::required).toList(), Boolean.TRUE.equals(inside))
            : null);
  }

  /** Names of every variable that any of the texts uses. */
  Stream<String> variables() {
    return Stream.of(
            Stream.of(subject, headline),
            Stream.of(preheader, legalFooter, sms, chat).flatMap(Stream::ofNullable),
            body.stream(),
            callToAction == null
                ? Stream.<LiquidText>empty()
                : Stream.of(callToAction.label(), callToAction.url()),
            image == null
                ? Stream.<LiquidText>empty()
                : Stream.of(image.url(), image.alt(), image.link()).flatMap(Stream::ofNullable),
            offer == null
                ? Stream.<LiquidText>empty()
                : Stream.of(offer.name(), offer.price(), offer.validUntil(), offer.code())
                    .flatMap(Stream::ofNullable),
            chatTemplate == null ? Stream.<LiquidText>empty() : chatTemplate.variables().stream())
        .flatMap(texts -> texts)
        .flatMap(text -> text.variables().stream());
  }

  private record Resolution(LocaleText draft) {

    LiquidText required(@Nullable String text) {
      if (text == null) {
        throw new IllegalArgumentException("a checked text has all that is required");
      }
      LiquidText resolved = References.resolve(LiquidText.ofChecked(text.strip()), draft);
      return LiquidText.ofChecked(resolved.withEncodedUrls());
    }

    @Nullable LiquidText optional(@Nullable String text) {
      return text == null || text.isBlank() ? null : required(text);
    }
  }
}
