package dev.campanile.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Values inside of an address (RFC 3986). */
final class PercentEncoding {

  private PercentEncoding() {}

  static String of(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }
}
