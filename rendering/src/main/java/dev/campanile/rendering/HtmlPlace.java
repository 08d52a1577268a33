package dev.campanile.rendering;

import dev.campanile.rendering.Fragment.Markup;
import dev.campanile.rendering.Fragment.UrlPart;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in a document a value stands, and how it becomes part of it there. */
enum HtmlPlace implements Escaping {
  TEXT {
    @Override
    public void write(StringBuilder out, Object value) {
      if (value instanceof Markup markup) {
        out.append(markup.html());
      } else {
        escape(value.toString(), out);
      }
    }
  },

  ATTRIBUTE {
    @Override
    public void write(StringBuilder out, Object value) {
      escape(value.toString(), out);
    }
  },

  /** At the very beginning of an attribute that is a URL. */
  URL {
    @Override
    public void write(StringBuilder out, Object value) {
      escape(safeUrl(value.toString().strip()), out);
    }
  },

  /** Further on in a URL. */
  URL_PART {
    @Override
    public void write(StringBuilder out, Object value) {
      String text = value.toString();
      out.append(value instanceof UrlPart ? text : PercentEncoding.of(text));
    }
  },

  STYLE {
    @Override
    public void write(StringBuilder out, Object value) {
      out.append(safeStyle(value.toString()));
    }
  },

  /** In a tag outside of quotes, in an event handler, in a script. */
  FORBIDDEN {
    @Override
    public void write(StringBuilder out, Object value) {
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
    if (!url.startsWith("https://") && !SAFE_URL.matcher(url).matches()) {
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

  /** Appends runs that need no escaping at once: most values are one such run. */
  static void escape(String text, StringBuilder out) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      String escaped = escaped(text.charAt(i));
      if (escaped != null) {
        out.append(text, from, i).append(escaped);
        from = i + 1;
      }
    }
    if (from == 0) {
      out.append(text);
    } else {
      out.append(text, from, text.length());
    }
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
