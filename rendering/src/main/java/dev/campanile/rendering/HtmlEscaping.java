package dev.campanile.rendering;

import dev.campanile.rendering.Fragment.Markup;
import dev.campanile.rendering.Fragment.UrlPart;
import java.util.regex.Pattern;

/** Escapes each value for the place in the document it stands at. */
final class HtmlEscaping implements Escaping {

  /** Where a link or an image may lead. Anything else, such as a script, stops the message. */
  private static final Pattern SAFE_URL =
      Pattern.compile("(?i)(https?://|mailto:|tel:|sms:|cid:|#|/(?!/)).*", Pattern.DOTALL);

  private static final Pattern SAFE_STYLE = Pattern.compile("[\\w #.,%+-]*");

  private final HtmlCursor cursor = new HtmlCursor();

  @Override
  public void write(StringBuilder out, Object value) {
    String text = value.toString();
    switch (cursor.placeAfter(out)) {
      case TEXT -> {
        if (value instanceof Markup) {
          out.append(text);
        } else {
          escape(text, out);
        }
      }
      case ATTRIBUTE -> escape(text, out);
      case URL -> escape(safeUrl(text), out);
      case URL_PART -> out.append(value instanceof UrlPart ? text : PercentEncoding.of(text));
      case STYLE -> out.append(safeStyle(text));
      case FORBIDDEN ->
          throw new TemplateFault(
              "a variable stands in a script, in an event handler or in a tag outside of quotes;"
                  + " put it into a quoted attribute");
    }
  }

  private static String safeUrl(String url) {
    String stripped = url.strip();
    if (!SAFE_URL.matcher(stripped).matches()) {
      throw new TemplateFault(
          "a link that is a variable begins with https:, mailto:, tel:, sms: or /");
    }
    return stripped;
  }

  private static String safeStyle(String value) {
    if (!SAFE_STYLE.matcher(value).matches()) {
      throw new TemplateFault("a variable in a style is a colour, a number or a name");
    }
    return value;
  }

  static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
