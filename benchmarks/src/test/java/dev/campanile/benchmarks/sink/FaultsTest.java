package dev.campanile.benchmarks.sink;

import static dev.campanile.benchmarks.sink.Faults.Outcome.DROPPED_AFTER;
import static dev.campanile.benchmarks.sink.Faults.Outcome.DROPPED_BEFORE;
import static dev.campanile.benchmarks.sink.Faults.Outcome.REFUSED;
import static dev.campanile.benchmarks.sink.Faults.Outcome.REFUSED_FOR_NOW;
import static dev.campanile.benchmarks.sink.Faults.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FaultsTest {

  @Test
  void eachHasItsShare() {
    Faults faults = new Faults(0.1, 0.2, 0.3, 0.2, 0);
    assertThat(faults.outcome(0)).isEqualTo(REFUSED_FOR_NOW);
    assertThat(faults.outcome(0.15)).isEqualTo(REFUSED);
    assertThat(faults.outcome(0.45)).isEqualTo(DROPPED_BEFORE);
    assertThat(faults.outcome(0.7)).isEqualTo(DROPPED_AFTER);
    assertThat(faults.outcome(0.9)).isEqualTo(TAKEN);
  }

  @Test
  void noFaultsTakeEverything() {
    assertThat(Faults.NONE.outcome(0)).isEqualTo(TAKEN);
    assertThat(Faults.NONE.outcome(0.999)).isEqualTo(TAKEN);
  }

  @Test
  void moreThanAllIsRefused() {
    assertThatThrownBy(() -> new Faults(0.6, 0.5, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
