package dev.campanile.benchmarks.transactional;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long something took, in milliseconds. */
record Latency(double p50, double p90, double p99, double p999, double max) {
  private static final double MICROS = 1_000;
  private static final int DIGITS = 3;

  static Histogram histogram() {
    return new Histogram(TimeUnit.MINUTES.toMicros(30), DIGITS);
  }

  /**
   * @param micros of microseconds
   */
  static Latency of(Histogram micros) {
    return new Latency(
        at(micros, 50), at(micros, 90), at(micros, 99), at(micros, 99.9), at(micros, 100));
  }

  private static double at(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / MICROS;
  }
}
