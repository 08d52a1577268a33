package dev.campanile.gateway.email;

import java.net.IDN;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sender or recipient: {@code Name <local@domain>} or {@code local@domain}.
 *
 * @param name may be empty
 * @param address its domain is ASCII, as mail servers know it
 */
record Mailbox(String name, String address) {

  private static final Pattern NAMED = Pattern.compile("\"?([^<>\"]*?)\"?\\s*<([^<>]+)>");

  /** Not what mail allows, but what can be in an SMTP command without doing harm. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\@]{1,64}@[^\\s\\p{Cntrl}<>,;:\"()\\\\@]{1,255}");

  private static final Pattern PLAIN_NAME = Pattern.compile("[\\w !#$%&'*+/=?^`{|}~-]*");

  Mailbox {
    if (!ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException("not a mail address");
    }
    if (!isAscii(address)) {
      int at = address.lastIndexOf('@') + 1;
      address = address.substring(0, at) + IDN.toASCII(address.substring(at));
    }
  }

  static Mailbox of(String text) {
    String stripped = text.strip();
    if (stripped.indexOf('<') < 0) {
      return new Mailbox("", stripped);
    }
    Matcher named = NAMED.matcher(stripped);
    return named.matches()
        ? new Mailbox(named.group(1).strip(), named.group(2).strip())
        : new Mailbox("", stripped);
  }

  String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** As it stands in From, To and Reply-To. */
  HeaderValue header() {
    if (name.isEmpty()) {
      return HeaderValue.ofAddress(address);
    }
    HeaderValue display =
        PLAIN_NAME.matcher(name).matches() || !isAscii(name)
            ? HeaderValue.of(name)
            : HeaderValue.of('"' + name + '"');
    return new HeaderValue(
        display.encoded() + " <" + HeaderValue.ofAddress(address).encoded() + ">");
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x7f);
  }
}
