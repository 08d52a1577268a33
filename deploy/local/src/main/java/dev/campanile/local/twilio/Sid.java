package dev.campanile.local.twilio;

import java.util.UUID;
import java.util.regex.Pattern;

/** The provider's ids: two letters and 32 hexadecimal digits. */
final class Sid {
  private static final Pattern CONTENT = Pattern.compile("HX[0-9a-fA-F]{32}");

  private Sid() {}

  static String ofNewMessage(boolean withMedia) {
    return (withMedia ? "MM" : "SM") + UUID.randomUUID().toString().replace("-", "");
  }

  static boolean isOfContent(String sid) {
    return CONTENT.matcher(sid).matches();
  }
}
