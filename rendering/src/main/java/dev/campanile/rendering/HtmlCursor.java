package dev.campanile.rendering;

import java.util.Locale;
import java.util.Set;

/** Reads HTML as far as it is written, and knows where in it the next character would stand. */
final class HtmlCursor {

  private enum State {
    TEXT,
    TAG,
    QUOTED,
    COMMENT,
    RAW
  }

  private static final Set<String> URL_ATTRIBUTES =
      Set.of("href", "src", "action", "formaction", "background", "cite", "poster", "srcset");

  private State state = State.TEXT;
  private int at;
  private int tagAt;
  private int nameEnd;
  private int valueAt;
  private char quote;
  private String rawElement = "";

  HtmlPlace placeAfter(StringBuilder html) {
    while (at < html.length()) {
      read(html, html.charAt(at++));
    }
    return switch (state) {
      case TEXT, COMMENT -> HtmlPlace.TEXT;
      case TAG -> HtmlPlace.FORBIDDEN;
      case RAW -> rawElement.equals("style") ? HtmlPlace.STYLE : HtmlPlace.FORBIDDEN;
      case QUOTED -> inAttribute(html);
    };
  }

  /** Whether what a value says may end what it stands in: a comment, a style sheet. */
  boolean readsValues() {
    return state == State.COMMENT || state == State.RAW;
  }

  /**
   * The end of what was read, as much of it as tells how to read on: the same for all that reads on
   * in the same way.
   */
  String unfinished(StringBuilder html) {
    return switch (state) {
      case TEXT -> "";
      case TAG, COMMENT, RAW -> html.substring(tagAt - 1);
      case QUOTED -> {
        // Looked for when the end of a style sheet is, and found in the attributes too.
        boolean closing = html.indexOf("</", valueAt) >= 0;
        String tag = html.substring(tagAt - 1, closing ? html.length() : valueAt);
        yield inAttribute(html) == HtmlPlace.URL_PART && !closing ? tag + "x" : tag;
      }
    };
  }

  private void read(StringBuilder html, char c) {
    switch (state) {
      case TEXT -> {
        if (c == '<') {
          state = State.TAG;
          tagAt = at;
          nameEnd = -1;
        }
      }
      case TAG -> readInTag(html, c);
      case QUOTED -> {
        if (c == quote) {
          state = State.TAG;
          nameEnd = -1;
        }
      }
      case COMMENT -> {
        // The shortest comment is <!--> itself.
        if (c == '>'
            && at - 3 >= tagAt + 1
            && html.charAt(at - 2) == '-'
            && html.charAt(at - 3) == '-') {
          state = State.TEXT;
        }
      }
      case RAW -> {
        if (c == '>' && endsRaw(html)) {
          state = State.TEXT;
        }
      }
    }
  }

  private void readInTag(StringBuilder html, char c) {
    switch (c) {
      case '>' -> state = closeTag(html);
      case '"', '\'' -> {
        state = State.QUOTED;
        quote = c;
        valueAt = at;
      }
      case '=' -> nameEnd = at - 1;
      case '-' -> {
        // What Outlook reads in <!--[if mso]> … is markup, not a comment.
        if (at == tagAt + 3 && html.substring(tagAt, at).equals("!--") && !conditional(html)) {
          state = State.COMMENT;
        }
      }
      default -> {}
    }
  }

  private boolean conditional(StringBuilder html) {
    return at + 2 < html.length() && html.substring(at, at + 3).equals("[if");
  }

  private State closeTag(StringBuilder html) {
    String name = nameAt(html, tagAt);
    if (name.equals("style") || name.equals("script")) {
      rawElement = name;
      return State.RAW;
    }
    return State.TEXT;
  }

  private boolean endsRaw(StringBuilder html) {
    int closing = html.lastIndexOf("</", at - 1);
    return closing >= tagAt && nameAt(html, closing + 2).equals(rawElement);
  }

  private HtmlPlace inAttribute(StringBuilder html) {
    if (nameEnd < 0) {
      return HtmlPlace.FORBIDDEN;
    }
    int last = nameEnd;
    while (last > tagAt && Character.isWhitespace(html.charAt(last - 1))) {
      last--;
    }
    int first = last;
    while (first > tagAt && isNameChar(html.charAt(first - 1))) {
      first--;
    }
    String name = html.substring(first, last).toLowerCase(Locale.ROOT);
    if (name.startsWith("on")) {
      return HtmlPlace.FORBIDDEN;
    }
    if (name.equals("style")) {
      return HtmlPlace.STYLE;
    }
    if (URL_ATTRIBUTES.contains(name)) {
      return html.substring(valueAt).isBlank() ? HtmlPlace.URL : HtmlPlace.URL_PART;
    }
    return HtmlPlace.ATTRIBUTE;
  }

  private static String nameAt(StringBuilder html, int from) {
    int end = from;
    while (end < html.length() && isNameChar(html.charAt(end))) {
      end++;
    }
    return html.substring(from, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isNameChar(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == ':' || c == '_';
  }
}
