package dev.campanile.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderAnswerTest {

  @ParameterizedTest
  @CsvSource({
    "550 5.1.1 <ana@example.com>: unknown, 550 5.1.1 <…@…>: unknown",
    "The number +393331234567 is blocked, The number … is blocked",
    "The number +39 333 123 4567 is blocked, The number … is blocked",
    "whatsapp:+393331234567, whatsapp:…",
    "'', ''"
  })
  void keepsWhatWasSaidButNoAddress(String said, String kept) {
    assertThat(ProviderAnswer.of(said)).isEqualTo(kept);
  }
}
