package dev.campanile.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Values inside of an address (RFC 3986). */
final class PercentEncoding {

  private PercentEncoding() {}

  static String of(String value) {
    return isPlain(value) ? value : URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '.'
              || c == '_'
              || c == '*';
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
