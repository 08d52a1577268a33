package dev.campanile.rendering;

import dev.campanile.rendering.Fragment.Markup;
import dev.campanile.rendering.Fragment.UrlPart;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in a document a value stands, and how it becomes part of it there. */
enum HtmlPlace implements Escaping {
  TEXT {
    @Override
    public String escaped(StringBuilder before, Object value) {
      return value instanceof Markup markup ? markup.html() : escape(value.toString());
    }
  },

  ATTRIBUTE {
    @Override
    public String escaped(StringBuilder before, Object value) {
      return escape(value.toString());
    }
  },

  /** At the very beginning of an attribute that is a URL. */
  URL {
    @Override
    public String escaped(StringBuilder before, Object value) {
      return escape(safeUrl(value.toString().strip()));
    }
  },

  /** Further on in a URL. */
  URL_PART {
    @Override
    public String escaped(StringBuilder before, Object value) {
      String text = value.toString();
      return value instanceof UrlPart ? text : PercentEncoding.of(text);
    }
  },

  STYLE {
    @Override
    public String escaped(StringBuilder before, Object value) {
      return safeStyle(value.toString());
    }
  },

  /** In a tag outside of quotes, in an event handler, in a script. */
  FORBIDDEN {
    @Override
    public String escaped(StringBuilder before, Object value) {
      throw new TemplateFault(
          "a variable stands in a script, in an event handler or in a tag outside of quotes;"
              + " put it into a quoted attribute");
    }
  };

  /** Where a link or an image may lead. Anything else, such as a script, stops the message. */
  private static final Pattern SAFE_URL =
      Pattern.compile("(?i)(https?://|mailto:|tel:|sms:|cid:|#|/(?!/)).*", Pattern.DOTALL);

  private static final Pattern SAFE_STYLE = Pattern.compile("[\\w #.,%+-]*");

  private static String safeUrl(String url) {
    if (!url.startsWith("https://")
        && !url.startsWith("http://")
        && !SAFE_URL.matcher(url).matches()) {
      throw new TemplateFault(
          "a link that is a variable begins with https:, mailto:, tel:, sms: or /");
    }
    return url;
  }

  private static String safeStyle(String value) {
    if (!SAFE_STYLE.matcher(value).matches()) {
      throw new TemplateFault("a variable in a style is a colour, a number or a name");
    }
    return value;
  }

  /** Most values need no escaping, and are answered as they are. */
  static String escape(String text) {
    StringBuilder out = null;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      String escaped = escaped(text.charAt(i));
      if (escaped != null) {
        out = out == null ? new StringBuilder(text.length() + 32) : out;
        out.append(text, from, i).append(escaped);
        from = i + 1;
      }
    }
    return out == null ? text : out.append(text, from, text.length()).toString();
  }

  private static @Nullable String escaped(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }
}
