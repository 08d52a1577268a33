package dev.campanile.rendering;

import java.util.regex.Pattern;

/** Text for a place that has one line: a header, a template's variable. */
final class SingleLine {

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\s]+");

  private SingleLine() {}

  /** Control characters and runs of space become one space each. */
  static String of(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }
}
