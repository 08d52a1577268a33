package dev.campanile.systemtests;

import java.nio.file.Path;
import java.time.Duration;

/** What a process takes of the machine. */
final class Usage {

  private Usage() {}

  /** Processor time of a process and its children. */
  static Duration cpu(ProcessHandle process) {
    return process.descendants().map(Usage::ofOne).reduce(ofOne(process), Duration::plus);
  }

  private static Duration ofOne(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Resident memory. */
  static long megabytes(ProcessHandle process) {
    return Api.read(Path.of("/proc/" + process.pid() + "/status"))
            .lines()
            .filter(line -> line.startsWith("VmRSS"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElse(0)
        / 1024;
  }
}
