package dev.campanile.rendering;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A content filled for one customer, in the shape of its channel. */
public sealed interface Body {

  /**
   * @param unsubscribeUrl for the one-click header; none where the category has none
   */
  record Email(String subject, Utf8Text html, Utf8Text text, @Nullable String unsubscribeUrl)
      implements Body {}

  record Sms(String text) implements Body {}

  /** Text inside the provider's window. A template, when given, is sent instead of the text. */
  record Chat(String text, @Nullable Template template) implements Body {}

  /**
   * @param variables by the provider's names {@code 1}, {@code 2}, …
   */
  record Template(String sid, Map<String, String> variables) {}
}
