package dev.campanile.profile.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.profile.address.ParsedAddress.Deliverable;
import dev.campanile.profile.address.ParsedAddress.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFormsTest {

  @ParameterizedTest
  @CsvSource({
    "Ana.Rossi@Example.COM, ana.rossi@example.com",
    "'  ana@example.com ', ana@example.com",
    "ana+offers@example.com, ana+offers@example.com",
    "jörg@example.com, ",
    "info@müller.de, info@xn--mller-kva.de",
  })
  void mailAddressesAreKeptInLowerCaseWithAnAsciiDomain(String typed, String normal) {
    ParsedAddress parsed = MailAddress.parse(typed);

    if (normal == null) {
      assertThat(parsed).isInstanceOf(Malformed.class);
    } else {
      assertThat(parsed).isEqualTo(new Deliverable(normal));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana",
        "ana@",
        "@example.com",
        "ana@localhost",
        "ana@[10.0.0.1]",
        "a b@example.com",
        "ana@example..com",
        "ana@example.com\r\nBcc: eve@example.com",
        "\"a\" <ana@example.com>"
      })
  void whatNoMailServerTakesIsMalformed(String typed) {
    assertThat(MailAddress.parse(typed)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "333 123 4567, IT, +393331234567",
    "+39 333 123 4567, , +393331234567",
    "0039 333 1234567, DE, +393331234567",
    "(202) 555-0123, US, +12025550123",
    "+44 7700 900123, IT, +447700900123",
  })
  void phoneNumbersAreReadInTheirCountry(String typed, String country, String e164) {
    assertThat(PhoneNumber.parse(typed, country)).isEqualTo(new Deliverable(e164));
  }

  @ParameterizedTest
  @CsvSource({"333 1234567, ", "12, IT", "call me, IT", "+39, IT", "+999 12345678, IT"})
  void whatCannotBeDialledIsMalformed(String typed, String country) {
    assertThat(PhoneNumber.parse(typed, country)).isInstanceOf(Malformed.class);
  }

  @Test
  void aMaskedValueShowsItsEndsAndAShortOneNothing() {
    assertThat(Masked.of("ana@example.com")).isEqualTo("an***om");
    assertThat(Masked.of("ana@x.y")).isEqualTo("***");
  }
}
