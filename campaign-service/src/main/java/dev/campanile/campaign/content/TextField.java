package dev.campanile.campaign.content;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text an author wrote.
 *
 * @param pointer where it stands in the draft
 * @param limit how many characters it may have
 */
record TextField(String pointer, String text, Kind kind, int limit) {

  enum Kind {
    /** Without line breaks. */
    LINE,
    TEXT,
    /** Without line breaks, and an address on the web. */
    URL,
    /** Text that an author gave a channel instead of the one said for all. */
    OVERRIDE
  }

  static final int SUBJECT_LIMIT = 200;
  static final int LINE_LIMIT = 300;
  static final int TEXT_LIMIT = 4_000;
  static final int URL_LIMIT = 2_000;
  static final int CHAT_LIMIT = 1_600;

  /** Every text of one language, in the order they are read. */
  static List<TextField> of(String locale, LocaleText text) {
    List<TextField> fields = new ArrayList<>();
    add(fields, pointer(locale, "subject"), text.subject(), Kind.LINE, SUBJECT_LIMIT);
    add(fields, pointer(locale, "preheader"), text.preheader(), Kind.LINE, LINE_LIMIT);
    add(fields, pointer(locale, "headline"), text.headline(), Kind.LINE, LINE_LIMIT);
    for (int i = 0; i < text.body().size(); i++) {
      add(fields, pointer(locale, "body", i), text.body().get(i), Kind.TEXT, TEXT_LIMIT);
    }
    if (text.callToAction() instanceof LocaleText.CallToAction(var label, var url)) {
      add(fields, pointer(locale, "callToAction", "label"), label, Kind.LINE, LINE_LIMIT);
      add(fields, pointer(locale, "callToAction", "url"), url, Kind.URL, URL_LIMIT);
    }
    if (text.image() instanceof LocaleText.Image(var url, var alt, var link)) {
      add(fields, pointer(locale, "image", "url"), url, Kind.URL, URL_LIMIT);
      add(fields, pointer(locale, "image", "alt"), alt, Kind.LINE, LINE_LIMIT);
      add(fields, pointer(locale, "image", "link"), link, Kind.URL, URL_LIMIT);
    }
    if (text.offer() instanceof LocaleText.Offer offer) {
      add(fields, pointer(locale, "offer", "name"), offer.name(), Kind.LINE, LINE_LIMIT);
      add(fields, pointer(locale, "offer", "price"), offer.price(), Kind.LINE, LINE_LIMIT);
      add(
          fields,
          pointer(locale, "offer", "validUntil"),
          offer.validUntil(),
          Kind.LINE,
          LINE_LIMIT);
      add(fields, pointer(locale, "offer", "code"), offer.code(), Kind.LINE, LINE_LIMIT);
    }
    add(fields, pointer(locale, "legalFooter"), text.legalFooter(), Kind.TEXT, TEXT_LIMIT);
    add(fields, pointer(locale, "sms"), text.sms(), Kind.OVERRIDE, CHAT_LIMIT);
    if (text.chat() instanceof LocaleText.ChatText(var said, var template)) {
      add(fields, pointer(locale, "chat", "text"), said, Kind.OVERRIDE, CHAT_LIMIT);
      if (template != null) {
        for (int i = 0; i < template.variables().size(); i++) {
          String at = pointer(locale, "chat", "template", "variables", i);
          add(fields, at, template.variables().get(i), Kind.OVERRIDE, LINE_LIMIT);
        }
      }
    }
    return fields;
  }

  private static String pointer(String locale, Object... rest) {
    return JsonPointer.of("locales", locale) + JsonPointer.of(rest);
  }

  private static void add(
      List<TextField> fields, String pointer, @Nullable String text, Kind kind, int limit) {
    if (text != null) {
      fields.add(new TextField(pointer, text, kind, limit));
    }
  }
}
