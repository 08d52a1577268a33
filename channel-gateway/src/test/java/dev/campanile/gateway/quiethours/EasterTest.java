package dev.campanile.gateway.quiethours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EasterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31",
        "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19"
      })
  void knowsTheSunday(LocalDate sunday) {
    assertThat(Easter.sundayOf(sunday.getYear())).isEqualTo(sunday);
  }
}
