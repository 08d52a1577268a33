package dev.campanile.benchmarks.machine;

import java.nio.file.Path;

/**
 * Where a figure was measured.
 *
 * @param cores as the Java machine sees them
 * @param load of the minute before it was measured
 */
public record Machine(
    int cores, String cpu, long memoryMegabytes, String system, String java, double load) {

  public static Machine here() {
    Path cpus = Path.of("/proc/cpuinfo");
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        ProcFile.read(cpus)
            .lines()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown"),
        ProcFile.number(Path.of("/proc/meminfo"), "MemTotal") >> 10,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        loadNow());
  }

  /** Of the last minute: others at work make every figure smaller. */
  private static double loadNow() {
    String load = ProcFile.read(Path.of("/proc/loadavg"));
    return load.isEmpty() ? 0 : Double.parseDouble(load.substring(0, load.indexOf(' ')));
  }
}
