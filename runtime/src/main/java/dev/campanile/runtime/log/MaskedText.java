package dev.campanile.runtime.log;

import java.util.regex.Pattern;

/** Text without addresses: {@code a…@example.com}, {@code +39…67}. */
final class MaskedText {

  private static final Pattern MAIL =
      Pattern.compile(
          "([\\p{L}\\p{N}])[\\p{L}\\p{N}._%+'-]{0,63}@((?:[\\p{L}\\p{N}-]{1,63}\\.)+\\p{L}{2,24})");

  /** E.164, with what people put between digits. */
  private static final Pattern PHONE =
      Pattern.compile("(?:\\+|%2[Bb])(\\d{2})[\\d ().-]{4,18}(\\d{2})(?!\\d)");

  private MaskedText() {}

  static String of(String text) {
    String masked = text.indexOf('@') < 0 ? text : MAIL.matcher(text).replaceAll("$1…@$2");
    return masked.indexOf('+') < 0 && masked.indexOf('%') < 0
        ? masked
        : PHONE.matcher(masked).replaceAll("+$1…$2");
  }
}
