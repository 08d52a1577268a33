package dev.campanile.benchmarks.transactional;

import dev.campanile.benchmarks.result.MarkdownTable;
import dev.campanile.benchmarks.transactional.TransactionalBenchmark.Measured;
import dev.campanile.benchmarks.trial.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Single messages, measured. */
record TransactionalResult(Measured measured, Conditions conditions) {

  List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("# Single messages");
    lines.add("");
    lines.add(
        "Milliseconds from when a request was due until the mail server had accepted the mail; open loop.");
    lines.add("");
    MarkdownTable table =
        new MarkdownTable(
            "requests a second",
            "broadcast beside, a second",
            "p50",
            "p99",
            "p99.9",
            "max",
            "API p50",
            "API p99",
            "CPU s per 1,000",
            "refused",
            "missing",
            "doubled");
    for (Row row : measured.rows()) {
      table.row(
          "%,d".formatted(row.perSecond()),
          row.beside() ? "%,.0f".formatted(row.broadcastPerSecond()) : "none",
          "%,.1f".formatted(row.delivered().p50()),
          "%,.1f".formatted(row.delivered().p99()),
          "%,.1f".formatted(row.delivered().p999()),
          "%,.1f".formatted(row.delivered().max()),
          "%,.1f".formatted(row.answered().p50()),
          "%,.1f".formatted(row.answered().p99()),
          row.cpuSecondsPer1000().entrySet().stream()
              .map(it -> "%s %.2f".formatted(it.getKey(), it.getValue()))
              .collect(Collectors.joining(", ")),
          "%,d".formatted(row.refused().values().stream().mapToLong(Long::longValue).sum()),
          "%,d".formatted(row.missing()),
          "%,d".formatted(row.duplicates()));
    }
    lines.addAll(table.lines());
    lines.add("");
    lines.add(
        "A broadcast alone came to %,.0f messages a second; the campaign beside says messagesPerSecond %,d, and its audience is in before single messages begin."
            .formatted(measured.broadcastMaximum(), measured.besidePerSecond()));
    return lines;
  }
}
