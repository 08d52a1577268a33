package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Whether a run may send. The record's key is {@link #recordKey()}; applied only when its version
 * is higher.
 *
 * @param scope the run's id, or {@link #EVERYTHING}
 * @param killed of everything, the version of its last kill: single messages that were taken before
 *     it are over, whatever was said since; none when there was no kill, and for a run
 */
public record RunControl(String scope, State state, long version, @Nullable Long killed) {

  /** The kill switch. */
  public static final String EVERYTHING = "everything";

  public RunControl {
    requireNonNull(scope);
    requireNonNull(state);
  }

  public RunControl(String scope, State state, long version) {
    this(scope, state, version, null);
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
