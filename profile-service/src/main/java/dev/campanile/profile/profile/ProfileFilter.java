package dev.campanile.profile.profile;

import dev.campanile.profile.address.MailAddress;
import dev.campanile.profile.address.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Whom a list shows; addresses in their normal form. */
record ProfileFilter(@Nullable String externalId, @Nullable String email, @Nullable String phone) {

  /**
   * @param phone a {@code +} that was not encoded arrives as a space
   */
  static ProfileFilter of(
      @Nullable String externalId, @Nullable String email, @Nullable String phone) {
    return new ProfileFilter(
        externalId,
        email == null ? null : MailAddress.parse(email).address(),
        phone == null ? null : PhoneNumber.parse(withPlus(phone), null).address());
  }

  private static String withPlus(String phone) {
    return phone.startsWith(" ") ? "+" + phone.strip() : phone;
  }
}
