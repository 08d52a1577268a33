package dev.campanile.benchmarks.machine;

/**
 * What a process has used since it began.
 *
 * @param cpuSeconds processor time
 * @param writtenBytes what it had written to files, see {@link Metered}
 * @param peakMegabytes the most resident memory at once
 */
public record Usage(double cpuSeconds, long writtenBytes, long peakMegabytes) {

  /** What was used since; the peak is that of the whole life. */
  public Usage since(Usage earlier) {
    return new Usage(
        cpuSeconds - earlier.cpuSeconds, writtenBytes - earlier.writtenBytes, peakMegabytes);
  }
}
