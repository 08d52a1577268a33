package dev.campanile.benchmarks.calibration;

/**
 * How fast the machine was without the services.
 *
 * @param operationsPerSecond of {@link Work}
 */
public record Calibration(double operationsPerSecond) {
  /** Further apart than this, and what was measured in between says nothing. */
  public static final double MOST_DRIFT = 0.15;

  /** The difference as a share of the larger one. */
  public double driftTo(Calibration later) {
    double larger = Math.max(operationsPerSecond, later.operationsPerSecond);
    return Math.abs(operationsPerSecond - later.operationsPerSecond) / larger;
  }
}
