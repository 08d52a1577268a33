package dev.campanile.rendering;

import java.util.regex.Pattern;

/** Text for a place that has one line: a header, a template's variable. */
final class SingleLine {

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\s]+");

  private SingleLine() {}

  /** Control characters and runs of space become one space each. */
  static String of(String text) {
    String line = isLine(text) ? text : BREAKS.matcher(text).replaceAll(" ");
    return line.strip();
  }

  /** As most are. */
  private static boolean isLine(String text) {
    char before = 'x';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean breaks = c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029;
      if (breaks || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return true;
  }
}
