package dev.campanile.campaign.sending;

import dev.campanile.contracts.RunControl;

/** What the kill switch says. */
public enum SendingState {
  RUNNING,
  /** Runs are launched but wait, and so does what is on its way. */
  PAUSED,
  /** Whatever was not handed over is skipped for good, and nothing new is taken. */
  KILLED;

  /** As the gateway is told. */
  public RunControl.State asControl() {
    return switch (this) {
      case RUNNING -> RunControl.State.RUNNING;
      case PAUSED -> RunControl.State.PAUSED;
      case KILLED -> RunControl.State.CANCELLED;
    };
  }
}
