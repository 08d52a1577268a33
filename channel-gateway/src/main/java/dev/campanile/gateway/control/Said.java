package dev.campanile.gateway.control;

import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunControl.State;
import dev.campanile.contracts.Source;
import dev.campanile.gateway.gate.RunState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last word on some sources, and on everything.
 *
 * @param states by scope; of whom nobody spoke is not there
 * @param killed the kill switch's version when it was last used
 */
public record Said(Map<String, State> states, @Nullable Long killed) {

  public Said {
    states = Map.copyOf(states);
  }

  public static Said by(Collection<RunControl> controls) {
    Map<String, State> states = new HashMap<>();
    Long killed = null;
    for (RunControl control : controls) {
      states.put(control.scope(), control.state());
      if (control.scope().equals(RunControl.EVERYTHING)) {
        killed = control.killed();
      }
    }
    return new Said(states, killed);
  }

  /**
   * The kill switch ends what it meets and all single messages that were taken before it, and a
   * pause of everything holds the rest; a run that was cancelled stays so.
   *
   * @param sendingVersion the kill switch's when a single message was taken
   */
  public RunState of(Source source, @Nullable Long sendingVersion) {
    State everything = states.get(RunControl.EVERYTHING);
    State own = states.get(RunControls.scope(source));
    if (everything == State.CANCELLED || isOver(sendingVersion)) {
      return RunState.KILLED;
    }
    if (own == State.CANCELLED) {
      return RunState.CANCELLED;
    }
    return everything == State.PAUSED || own == State.PAUSED ? RunState.PAUSED : RunState.RUNNING;
  }

  private boolean isOver(@Nullable Long sendingVersion) {
    return killed != null && sendingVersion != null && sendingVersion < killed;
  }
}
