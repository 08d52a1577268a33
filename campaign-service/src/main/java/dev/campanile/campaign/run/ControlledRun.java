package dev.campanile.campaign.run;

import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunId;

/**
 * A run, locked to be controlled.
 *
 * @param ended whether none of its messages can change by a control
 */
public record ControlledRun(RunId id, RunControl.State state, long version, boolean ended) {

  public RunControl asControl() {
    return RunControl.of(id, state, version);
  }
}
