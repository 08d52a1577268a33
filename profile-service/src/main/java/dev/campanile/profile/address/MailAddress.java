package dev.campanile.profile.address;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.util.Locale;

/** The normal form of a mail address: lower case, its domain in ASCII. */
public final class MailAddress {

  /** Addresses that a public mail server may take; not everything RFC 5322 allows. */
  private static final EmailValidator FORM =
      JMail.strictValidator()
          .requireTopLevelDomain()
          .disallowIpDomain()
          .disallowExplicitSourceRouting()
          .disallowQuotedIdentifiers()
          .disallowObsoleteWhitespace()
          .requireAscii();

  private MailAddress() {}

  public static ParsedAddress parse(String typed) {
    String trimmed = typed.strip();
    String address;
    try {
      address = asciiDomain(trimmed).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return malformed(trimmed);
    }
    return FORM.isValid(address) ? new ParsedAddress.Deliverable(address) : malformed(trimmed);
  }

  private static String asciiDomain(String address) {
    int at = address.lastIndexOf('@');
    return at < 0 ? address : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
  }

  private static ParsedAddress malformed(String typed) {
    return new ParsedAddress.Malformed(
        typed.toLowerCase(Locale.ROOT), "is not a mail address such as ana@example.com");
  }
}
