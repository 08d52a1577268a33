package dev.campanile.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedAddressTest {

  @ParameterizedTest
  @CsvSource({
    "ana@example.com, a…@example.com",
    "a@b.example, a…@b.example",
    "+393331234567, +39…67",
    "+39333, …",
    "@, …",
    "'', …",
  })
  void showsEnoughToRecogniseAndTooLittleToUse(String address, String masked) {
    assertThat(MaskedAddress.of(address)).isEqualTo(masked);
  }
}
