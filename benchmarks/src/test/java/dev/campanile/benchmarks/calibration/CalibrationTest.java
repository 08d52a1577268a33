package dev.campanile.benchmarks.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void driftIsTheSameInBothDirections() {
    Calibration slow = new Calibration(80);
    Calibration fast = new Calibration(100);
    assertThat(slow.driftTo(fast)).isCloseTo(0.2, within(1e-9));
    assertThat(fast.driftTo(slow)).isCloseTo(0.2, within(1e-9));
  }
}
