package dev.campanile.profile.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import org.jspecify.annotations.Nullable;

/** The normal form of a phone number: E.164. */
public final class PhoneNumber {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private PhoneNumber() {}

  /**
   * Takes any number whose length is possible in its country. Number plans change faster than a
   * library is updated: a number refused wrongly is a customer nobody reaches, one taken wrongly
   * costs one refusal of the provider.
   *
   * @param country ISO 3166-1 alpha-2, to read a number without {@code +} in
   */
  public static ParsedAddress parse(String typed, @Nullable String country) {
    String trimmed = typed.strip();
    if (country == null && !trimmed.startsWith("+") && !trimmed.startsWith("00")) {
      return new ParsedAddress.Malformed(
          trimmed, "needs a country, or its own international prefix such as +39");
    }
    try {
      var number = NUMBERS.parse(international(trimmed), country);
      return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? new ParsedAddress.Deliverable(NUMBERS.format(number, PhoneNumberFormat.E164))
          : malformed(trimmed);
    } catch (NumberParseException _) {
      return malformed(trimmed);
    }
  }

  /** {@code 00} is the international prefix nearly everywhere, and no national number has it. */
  private static String international(String typed) {
    return typed.startsWith("00") ? "+" + typed.substring(2) : typed;
  }

  private static ParsedAddress malformed(String typed) {
    return new ParsedAddress.Malformed(typed, "is not a phone number such as +393331234567");
  }
}
