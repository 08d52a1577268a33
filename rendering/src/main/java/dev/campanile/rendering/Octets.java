package dev.campanile.rendering;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What templates write: UTF-8, one octet in each char. So the author's text is encoded once and not
 * for every message, and a dash does not make the whole output twice as large. What HTML and
 * addresses mean anything by is ASCII, and looks the same.
 */
final class Octets {

  private Octets() {}

  static String of(String text) {
    return isAscii(text) ? text : new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  static String text(CharSequence octets) {
    return new String(bytes(octets), UTF_8);
  }

  static byte[] bytes(CharSequence octets) {
    return octets.toString().getBytes(ISO_8859_1);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }
}
