package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

/**
 * Whether a run may send. The record's key is {@link #recordKey()}; applied only when its version
 * is higher.
 *
 * @param scope the run's id, or {@link #EVERYTHING}
 */
public record RunControl(String scope, State state, long version) {

  /** The kill switch. */
  public static final String EVERYTHING = "everything";

  public RunControl {
    requireNonNull(scope);
    requireNonNull(state);
  }

  public static RunControl of(RunId run, State state, long version) {
    return new RunControl(run.toString(), state, version);
  }

  public String recordKey() {
    return scope;
  }

  public enum State {
    RUNNING,
    PAUSED,
    CANCELLED
  }
}
