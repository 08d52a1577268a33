package dev.campanile.campaign.address;

import dev.campanile.contracts.Channel;
import java.net.IDN;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The normal form of an address: a lower-case mailbox with an ASCII domain, an E.164 number. */
public final class AddressForm {

  private static final Pattern MAILBOX =
      Pattern.compile(
          "(?=.{3,254}$)[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
              + "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

  private AddressForm() {}

  /** Empty when it cannot be an address of the channel. */
  public static Optional<String> normalised(Channel channel, String typed) {
    return switch (channel) {
      case EMAIL -> mailbox(typed.strip());
      case SMS, CHAT -> number(typed);
      case PUSH -> Optional.empty();
    };
  }

  public static String rule(Channel channel) {
    return switch (channel) {
      case EMAIL -> "not a mail address such as ana@example.com";
      case SMS, CHAT -> "not a number such as +393331234567";
      case PUSH -> "PUSH has no addresses that can be named";
    };
  }

  public static boolean isLanguageTag(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private static Optional<String> mailbox(String typed) {
    int at = typed.lastIndexOf('@');
    if (at < 1 || typed.startsWith(".") || typed.contains("..") || typed.charAt(at - 1) == '.') {
      return Optional.empty();
    }
    try {
      String domain = IDN.toASCII(typed.substring(at + 1));
      String mailbox = (typed.substring(0, at + 1) + domain).toLowerCase(Locale.ROOT);
      return Optional.of(mailbox).filter(form -> MAILBOX.matcher(form).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> number(String typed) {
    String number = typed.replaceAll("[\\s()./-]", "").replaceFirst("^00", "+");
    return Optional.of(number).filter(form -> NUMBER.matcher(form).matches());
  }
}
