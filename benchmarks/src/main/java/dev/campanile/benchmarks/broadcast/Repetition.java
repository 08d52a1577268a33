package dev.campanile.benchmarks.broadcast;

import dev.campanile.benchmarks.machine.Usage;
import dev.campanile.benchmarks.oracle.Finding;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * One launch, measured.
 *
 * @param seconds from the answer to the launch until the books had settled in all three services
 * @param arrivedSeconds by percentile: how long after the launch that share had arrived
 * @param cpuSecondsPer1000 by process, of what is measured
 * @param measuringCpuSecondsPer1000 of sink and driver
 * @param writtenBytesPerMessage by process: what the system wrote to storage for it
 * @param walBytesPerMessage what PostgreSQL wrote ahead
 * @param bytesOnTheWire of a mail, on average
 */
public record Repetition(
    long planned,
    long messages,
    double seconds,
    double messagesPerSecond,
    SequencedMap<String, Double> arrivedSeconds,
    SequencedMap<String, Double> cpuSecondsPer1000,
    double cpuSecondsPer1000Total,
    SequencedMap<String, Double> measuringCpuSecondsPer1000,
    SequencedMap<String, Long> peakMegabytes,
    SequencedMap<String, Long> writtenBytesPerMessage,
    long walBytesPerMessage,
    long bytesOnTheWire,
    long duplicates,
    long missing,
    Map<String, Long> books,
    List<Finding> findings) {

  public boolean wrong() {
    return !findings.isEmpty();
  }

  static double per1000(Usage usage, long messages) {
    return usage.cpuSeconds() * 1000 / Math.max(1, messages);
  }
}
