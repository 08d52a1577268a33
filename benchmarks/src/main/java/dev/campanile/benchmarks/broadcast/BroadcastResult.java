package dev.campanile.benchmarks.broadcast;

import dev.campanile.benchmarks.broadcast.BroadcastBenchmark.Measured;
import dev.campanile.benchmarks.result.MarkdownTable;
import dev.campanile.benchmarks.trial.Conditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A broadcast, measured.
 *
 * @param ratioToCalibration messages for each operation of the calibration
 * @param sinkPerSecond what the sink alone takes
 * @param median the repetition in the middle of the others, by its rate
 */
record BroadcastResult(
    String name,
    boolean quick,
    int recipients,
    double messagesPerSecond,
    double ratioToCalibration,
    double sinkPerSecond,
    Repetition median,
    List<Repetition> repetitions,
    Conditions conditions) {
  private static final double MARGIN = 1.5;

  /**
   * @param name of what was measured, for people
   */
  static BroadcastResult of(
      String name, boolean quick, int recipients, Measured measured, Conditions conditions) {
    List<Repetition> repetitions = measured.repetitions();
    List<Repetition> ranked =
        repetitions.stream()
            .sorted(Comparator.comparingDouble(Repetition::messagesPerSecond))
            .toList();
    Repetition median = ranked.get(ranked.size() / 2);
    double calibration = conditions.calibrations().getFirst().operationsPerSecond();
    return new BroadcastResult(
        name,
        quick,
        recipients,
        median.messagesPerSecond(),
        median.messagesPerSecond() / calibration,
        measured.sinkPerSecond(),
        median,
        repetitions,
        conditions);
  }

  /** Whether it was the sink that was measured. */
  boolean limitedBySink() {
    return repetitions.stream().anyMatch(it -> sinkPerSecond < MARGIN * it.messagesPerSecond());
  }

  boolean wrong() {
    return repetitions.stream().anyMatch(Repetition::wrong);
  }

  List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("# %s to %,d".formatted(name, recipients));
    lines.add("");
    lines.addAll(
        new MarkdownTable("what", "median", "lowest", "highest")
            .row(
                "messages a second, launch to settled books",
                cells("%,.0f", Repetition::messagesPerSecond))
            .row("seconds", cells("%.1f", Repetition::seconds))
            .row("half had arrived after, s", cells("%.1f", it -> arrived(it, "p50")))
            .row("99 % had arrived after, s", cells("%.1f", it -> arrived(it, "p99")))
            .row("99.9 % had arrived after, s", cells("%.1f", it -> arrived(it, "p99.9")))
            .row(
                "messages for each calibration operation",
                "%.3f".formatted(ratioToCalibration),
                "",
                "")
            .lines());
    lines.add("");
    lines.addAll(processes());
    lines.add("");
    lines.add(
        "Of the median run: %,d planned, %,d received, %,d missing, %,d doubled; a mail has %,d bytes on the wire; PostgreSQL wrote ahead %,d bytes a message."
            .formatted(
                median.planned(),
                median.messages(),
                median.missing(),
                median.duplicates(),
                median.bytesOnTheWire(),
                median.walBytesPerMessage()));
    return lines;
  }

  private List<String> processes() {
    MarkdownTable table =
        new MarkdownTable(
            "process", "CPU s per 1,000", "peak memory, MB", "bytes written a message");
    median
        .cpuSecondsPer1000()
        .forEach(
            (process, cpu) ->
                table.row(
                    process,
                    "%.3f".formatted(cpu),
                    "%,d".formatted(median.peakMegabytes().getOrDefault(process, 0L)),
                    "%,d".formatted(median.writtenBytesPerMessage().getOrDefault(process, 0L))));
    table.row("together", "%.3f".formatted(median.cpuSecondsPer1000Total()), "", "");
    median
        .measuringCpuSecondsPer1000()
        .forEach((process, cpu) -> table.row("apart: " + process, "%.3f".formatted(cpu), "", ""));
    return table.lines();
  }

  private static double arrived(Repetition repetition, String share) {
    return repetition.arrivedSeconds().getOrDefault(share, 0.0);
  }

  private String[] cells(String format, ToDoubleFunction<Repetition> figure) {
    double[] figures = repetitions.stream().mapToDouble(figure).sorted().toArray();
    return new String[] {
      format.formatted(figure.applyAsDouble(median)),
      format.formatted(figures[0]),
      format.formatted(figures[figures.length - 1])
    };
  }
}
