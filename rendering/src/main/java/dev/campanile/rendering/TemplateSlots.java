package dev.campanile.rendering;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places for values in a provider's template, as it writes them: <code>{{1}}</code>. */
public final class TemplateSlots {

  private static final Pattern SLOT = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  private TemplateSlots() {}

  /** The text with its values; a slot without one stays as it is. */
  public static String filled(String text, Map<String, String> values) {
    return SLOT.matcher(text)
        .replaceAll(
            slot -> Matcher.quoteReplacement(values.getOrDefault(slot.group(1), slot.group())));
  }

  /** The name of the first slot of a text, such as {@code 1}. */
  public static Optional<String> first(String text) {
    Matcher slot = SLOT.matcher(text);
    return slot.find() ? Optional.of(slot.group(1)) : Optional.empty();
  }
}
