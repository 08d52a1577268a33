package dev.campanile.benchmarks.machine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Reads the usage of several processes at two moments. */
public final class Meter {
  private final Map<String, Metered> processes;
  private final Map<String, Usage> before;

  private Meter(Map<String, Metered> processes, Map<String, Usage> before) {
    this.processes = processes;
    this.before = before;
  }

  public static Meter begin(SequencedMap<String, Metered> processes) {
    return new Meter(processes, read(processes));
  }

  /** By name, what was used since it began. */
  public SequencedMap<String, Usage> used() {
    SequencedMap<String, Usage> used = new LinkedHashMap<>();
    read(processes)
        .forEach(
            (name, now) ->
                used.put(name, now.since(before.getOrDefault(name, new Usage(0, 0, 0)))));
    return used;
  }

  private static SequencedMap<String, Usage> read(Map<String, Metered> processes) {
    SequencedMap<String, Usage> usage = new LinkedHashMap<>();
    processes.forEach((name, process) -> usage.put(name, process.usage()));
    return usage;
  }
}
