package dev.campanile.gateway.dispatch;

import dev.campanile.rendering.Body;

/** How an author's test says what it is; a provider's own template leaves no room for it. */
final class TestMark {

  private static final String PREFIX = "[Test] ";

  /** What Twilio takes, on either channel. A content may use all of it. */
  private static final int LONGEST = 1_600;

  private static final String CUT = "...";

  private TestMark() {}

  static Body on(Body body) {
    return switch (body) {
      case Body.Email(var subject, var html, var text, var unsubscribeUrl) ->
          new Body.Email(PREFIX + subject, html, text, unsubscribeUrl);
      case Body.Sms(var text) -> new Body.Sms(marked(text));
      case Body.Chat(var text, var template) -> new Body.Chat(marked(text), template);
    };
  }

  /** A text without room for the mark loses its end, and shows that it did. */
  private static String marked(String text) {
    if (PREFIX.length() + text.length() <= LONGEST) {
      return PREFIX + text;
    }
    int end = LONGEST - PREFIX.length() - CUT.length();
    // Half a character is none.
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return PREFIX + text.substring(0, whole) + CUT;
  }
}
