package dev.campanile.gateway.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalAddressTest {

  @ParameterizedTest
  @CsvSource({
    "EMAIL, ' Ana@Example.COM ', ana@example.com",
    "EMAIL, ana+news@mail.example.co.uk, ana+news@mail.example.co.uk",
    "SMS, '+39 333 (123) 45-67', +393331234567",
    "CHAT, +39.333.1234567, +393331234567",
  })
  void isWhatAddressesAreComparedBy(Channel channel, String written, String normal) {
    assertThat(NormalAddress.of(channel, written)).contains(normal);
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, ana",
    "EMAIL, ana@localhost",
    "EMAIL, ana@example.com@example.com",
    "EMAIL, 'ana bob@example.com'",
    "EMAIL, ana@-example.com",
    "SMS, 3331234567",
    "SMS, +0393331234567",
    "SMS, +39333",
    "CHAT, +39333123456789012",
    "CHAT, 'whatsapp:+393331234567'",
  })
  void hasNoneOfWhatCannotBeDeliveredTo(Channel channel, String written) {
    assertThat(NormalAddress.of(channel, written)).isEmpty();
  }
}
