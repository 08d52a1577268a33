package dev.campanile.benchmarks.coldstart;

import dev.campanile.benchmarks.result.MarkdownTable;
import dev.campanile.benchmarks.trial.Conditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Starts without and with a cache of classes and code (JEP 483, 514).
 *
 * @param aotCacheMegabytes of the three caches together
 */
record ColdStartResult(Measured measured, Conditions conditions) {

  /** Starts of each kind. */
  record Measured(List<Start> plain, List<Start> withAotCache, long aotCacheMegabytes) {}

  List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("# Cold start of the three services, together");
    lines.add("");
    MarkdownTable table =
        new MarkdownTable(
            "median of %d starts".formatted(measured.plain().size()),
            "all ready, s",
            "profile-service",
            "campaign-service",
            "channel-gateway",
            "memory at rest, MB");
    add(table, "the first of a build, without a cache", measured.plain());
    add(table, "with the AOT caches that ./campanile up keeps", measured.withAotCache());
    lines.addAll(table.lines());
    lines.add("");
    lines.add("The three caches take %,d MB.".formatted(measured.aotCacheMegabytes()));
    return lines;
  }

  private static void add(MarkdownTable table, String name, List<Start> starts) {
    List<Start> ranked =
        starts.stream().sorted(Comparator.comparingDouble(Start::seconds)).toList();
    Start median = ranked.get(ranked.size() / 2);
    table.row(
        name,
        "%.1f".formatted(median.seconds()),
        ready(median, "profile-service"),
        ready(median, "campaign-service"),
        ready(median, "channel-gateway"),
        String.join(
            " + ", median.megabytesAtRest().values().stream().map(String::valueOf).toList()));
  }

  private static String ready(Start start, String service) {
    return "%.1f".formatted(start.readySeconds().getOrDefault(service, 0.0));
  }
}
