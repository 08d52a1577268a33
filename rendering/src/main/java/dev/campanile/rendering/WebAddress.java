package dev.campanile.rendering;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;

/** An address that a browser may be sent to. */
final class WebAddress {

  private static final int LONGEST = 4_000;
  private static final String NOT_IN_A_URI = "\"<>\\^`{|}";

  private WebAddress() {}

  /** In ASCII. Anything but http and https, such as a script, stops the message. */
  static String checked(String rendered) {
    String text = tidied(rendered.strip());
    if (text.length() > LONGEST) {
      throw new TemplateFault("a link exceeds " + LONGEST + " characters");
    }
    try {
      URI uri = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
        throw new TemplateFault("a link leads to http://… or https://… and names a host");
      }
      return uri.toASCIIString();
    } catch (URISyntaxException e) {
      throw new TemplateFault("a link is not an address: " + e.getReason());
    }
  }

  /** Authors paste addresses as browsers show them: with spaces, bars and lone per cent signs. */
  private static String tidied(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean lonePercent = c == '%' && !(isHex(text, i + 1) && isHex(text, i + 2));
      if (c <= ' ' || c == 0x7f || NOT_IN_A_URI.indexOf(c) >= 0 || lonePercent) {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && Character.digit(text.charAt(at), 16) >= 0;
  }
}
