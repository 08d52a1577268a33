package dev.campanile.campaign.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFormTest {

  @ParameterizedTest
  @CsvSource({
    "EMAIL, ' Ana@Example.COM ', ana@example.com",
    "EMAIL, ana@bücher.example, ana@xn--bcher-kva.example",
    "SMS, '+39 333 123-4567', +393331234567",
    "CHAT, 00393331234567, +393331234567"
  })
  void hasOneForm(Channel channel, String typed, String form) {
    assertThat(AddressForm.normalised(channel, typed)).contains(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana",
        "@example.com",
        "ana@",
        "ana@example",
        "a na@example.com",
        "a..b@example.com",
        "ana@example.com\r\nBcc: x@example.com",
        "ana.@example.com",
        "ana@exa_mple.com"
      })
  void refusesWhatIsNoMailbox(String typed) {
    assertThat(AddressForm.normalised(Channel.EMAIL, typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3331234567", "+0123456789", "+39", "phone"})
  void refusesWhatIsNoNumber(String typed) {
    assertThat(AddressForm.normalised(Channel.SMS, typed)).isEmpty();
  }
}
