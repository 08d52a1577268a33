package dev.campanile.benchmarks.audience;

/** Why somebody must not get a message. */
public enum Obstacle {
  NO_CONSENT,
  SUPPRESSED
}
