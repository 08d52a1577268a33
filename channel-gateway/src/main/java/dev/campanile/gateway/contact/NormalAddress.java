package dev.campanile.gateway.contact;

import dev.campanile.contracts.Channel;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form in which addresses are compared: mail in lower case, phone numbers as E.164. What has
 * none cannot be delivered to.
 */
public final class NormalAddress {

  private static final Pattern MAIL =
      Pattern.compile(
          "[^\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\@]{1,64}"
              + "@(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  /** How people write a number: spaces, brackets, hyphens, dots and slashes mean nothing. */
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s()./-]");

  private NormalAddress() {}

  /** Empty when it is no address of the channel. */
  public static Optional<String> of(Channel channel, String written) {
    return switch (channel) {
      case EMAIL -> matching(MAIL, written.strip().toLowerCase(Locale.ROOT));
      case SMS, CHAT -> matching(E164, BETWEEN_DIGITS.matcher(written).replaceAll(""));
      case PUSH -> Optional.of(written.strip()).filter(token -> !token.isEmpty());
    };
  }

  private static Optional<String> matching(Pattern form, String address) {
    return Optional.of(address).filter(it -> form.matcher(it).matches());
  }
}
