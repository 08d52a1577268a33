package dev.campanile.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void understandsWhatHelpSays() {
    assertThat(
            Options.parse(
                List.of("broadcast", "--recipients", "20000", "--repetitions", "2", "--quick")))
        .isEqualTo(new Options("broadcast", true, 20_000, 2));
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> Options.parse(List.of("broadcast", "--fast")))
        .hasMessageContaining("--fast");
    assertThatThrownBy(() -> Options.parse(List.of("broadcast", "--recipients")))
        .hasMessageContaining("--recipients is followed by a number");
  }
}
