package dev.campanile.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

  @Test
  void readsWhatIsWritten() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      int digits = random.nextInt(10);
      long unit = (long) Math.pow(10, 9 - digits);
      Instant written =
          Instant.ofEpochSecond(
              random.nextLong(-60_000_000_000L, 250_000_000_000L),
              random.nextInt(1_000_000_000) / unit * unit);

      assertThat(InstantText.usual(written.toString())).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T10:60:00Z",
        "2026-01-01T10:00:60Z",
        "2026-01-01T10:00:00.Z",
        "2026-01-01T10:00:00.1234567890Z",
        "2026-01-01T10:00:00.12x4Z",
        "2026-01-01T10:00:00,123Z",
        "2026-01-01 10:00:00Z",
        "2026-01-01T10:00:00+01:00",
        "2026-01-01T10:00:0xZ",
        "+12026-01-01T10:00:00Z",
        "Z",
        ""
      })
  void leavesWhatIsWrittenOtherwiseToTheFormatter(String text) {
    assertThat(InstantText.usual(text)).isNull();
  }
}
