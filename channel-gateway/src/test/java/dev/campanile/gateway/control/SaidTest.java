package dev.campanile.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunControl.State;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Source;
import dev.campanile.gateway.gate.RunState;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SaidTest {

  private static final Source RUN = new Source.Campaign("spring", new RunId(UUID.randomUUID()));
  private static final Source SINGLE = new Source.Transactional("receipt", UUID.randomUUID());
  private static final String OF_RUN = RUN.id().toString();

  @Test
  void aRunNobodySpokeOfMaySend() {
    assertThat(new Said(Map.of(), null).of(RUN, null)).isEqualTo(RunState.RUNNING);
  }

  @Test
  void theKillSwitchEndsEveryRun() {
    var said =
        new Said(Map.of(RunControl.EVERYTHING, State.CANCELLED, OF_RUN, State.RUNNING), null);

    assertThat(said.of(RUN, null)).isEqualTo(RunState.KILLED);
  }

  @Test
  void aPauseOfEverythingHoldsARunButDoesNotReviveACancelledOne() {
    assertThat(whilePaused(State.RUNNING)).isEqualTo(RunState.PAUSED);
    assertThat(whilePaused(State.CANCELLED)).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void aSingleMessageThatWasTakenBeforeAKillStaysEndedWhateverIsSaidLater() {
    for (State later : State.values()) {
      var said = new Said(Map.of(RunControl.EVERYTHING, later), 5L);

      assertThat(said.of(SINGLE, 4L)).isEqualTo(RunState.KILLED);
    }
  }

  @Test
  void aSingleMessageThatWasTakenAfterAKillMayBeSent() {
    var said = new Said(Map.of(RunControl.EVERYTHING, State.RUNNING), 5L);

    assertThat(said.of(SINGLE, 6L)).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aRunThatWasLaunchedAfterAKillMaySend() {
    var said = new Said(Map.of(RunControl.EVERYTHING, State.RUNNING), 5L);

    assertThat(said.of(RUN, null)).isEqualTo(RunState.RUNNING);
  }

  private static RunState whilePaused(State ofRun) {
    return new Said(Map.of(RunControl.EVERYTHING, State.PAUSED, OF_RUN, ofRun), null).of(RUN, null);
  }
}
