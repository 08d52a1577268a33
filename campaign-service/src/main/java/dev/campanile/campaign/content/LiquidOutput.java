package dev.campanile.campaign.content;

import java.util.List;

/**
 * One {@code {{ … }}}.
 *
 * @param text as it stands in the source, braces included
 * @param expression what is looked up, without spaces, such as {@code offer.price}
 * @param filters the names of the filters it passes through
 */
record LiquidOutput(LiquidText.Span span, String text, String expression, List<String> filters) {

  private static final String URL_ENCODE = "url_encode";

  LiquidOutput {
    filters = List.copyOf(filters);
  }

  String urlEncoded() {
    if (!filters.isEmpty() && filters.getLast().equals(URL_ENCODE)) {
      return text;
    }
    int close = text.endsWith("-}}") ? text.length() - 3 : text.length() - 2;
    return text.substring(0, close).stripTrailing()
        + " | "
        + URL_ENCODE
        + ' '
        + text.substring(close);
  }
}
