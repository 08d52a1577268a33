package dev.campanile.benchmarks.broadcast;

import dev.campanile.benchmarks.sink.Arrival;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;

/** How long after a launch its messages arrived. */
final class ArrivalTimes {
  private static final double[] SHARES = {0.01, 0.5, 0.99, 0.999, 1};

  private ArrivalTimes() {}

  /** In seconds, by the share that had arrived by then: {@code p50} is half of them. */
  static SequencedMap<String, Double> after(Instant launched, List<Arrival> arrivals) {
    long start = TimeUnit.MILLISECONDS.toMicros(launched.toEpochMilli());
    long[] sorted =
        arrivals.stream().mapToLong(arrival -> arrival.atMicros() - start).sorted().toArray();
    SequencedMap<String, Double> times = new LinkedHashMap<>();
    for (double share : SHARES) {
      if (sorted.length > 0) {
        int at = (int) Math.ceil(share * sorted.length) - 1;
        times.put(name(share), sorted[Math.max(0, at)] / 1e6);
      }
    }
    return times;
  }

  private static String name(double share) {
    String percent = Double.toString(share * 100);
    return "p" + (percent.endsWith(".0") ? percent.substring(0, percent.length() - 2) : percent);
  }
}
