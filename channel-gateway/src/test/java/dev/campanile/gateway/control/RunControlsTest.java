package dev.campanile.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.RunControl.State;
import dev.campanile.gateway.gate.RunState;
import org.junit.jupiter.api.Test;

class RunControlsTest {

  @Test
  void aRunNobodySpokeOfMaySend() {
    assertThat(RunControls.state(null, null)).isEqualTo(RunState.RUNNING);
  }

  @Test
  void theKillSwitchEndsEveryRun() {
    assertThat(RunControls.state(State.CANCELLED, State.RUNNING)).isEqualTo(RunState.KILLED);
  }

  @Test
  void aPauseOfEverythingHoldsARunButDoesNotReviveACancelledOne() {
    assertThat(RunControls.state(State.PAUSED, State.RUNNING)).isEqualTo(RunState.PAUSED);
    assertThat(RunControls.state(State.PAUSED, State.CANCELLED)).isEqualTo(RunState.CANCELLED);
  }
}
