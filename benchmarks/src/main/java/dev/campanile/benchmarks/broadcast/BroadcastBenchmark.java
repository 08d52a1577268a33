package dev.campanile.benchmarks.broadcast;

import dev.campanile.benchmarks.audience.Audience;
import dev.campanile.benchmarks.company.Company;
import dev.campanile.benchmarks.company.Contents;
import dev.campanile.benchmarks.installation.Installation;
import dev.campanile.benchmarks.installation.Topics;
import dev.campanile.benchmarks.oracle.Finding;
import dev.campanile.benchmarks.result.ResultFiles;
import dev.campanile.benchmarks.sinks.RawLoad;
import dev.campanile.benchmarks.trial.Trial;
import dev.campanile.local.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One campaign to many people by mail. */
public final class BroadcastBenchmark {
  private static final String CROWD = "broadcast";

  /** Enough for half a minute: of a short run, beginning and end would be measured. */
  private static final int RECIPIENTS = 120_000;

  private static final int QUICK_RECIPIENTS = 5_000;
  private static final int WARM_UP = 30_000;

  private static final int QUICK_WARM_UP = 200;
  private static final int REPETITIONS = 3;

  /** Enough for two seconds. */
  private static final int SINK_ALONE = 60_000;

  private final Terminal terminal;
  private final Path root;
  private final boolean quick;
  private final int recipients;
  private final int repetitions;

  /**
   * @param recipients 0 for the usual number, as for {@code repetitions}
   */
  public BroadcastBenchmark(
      Terminal terminal, Path root, boolean quick, int recipients, int repetitions) {
    this.terminal = terminal;
    this.root = root;
    this.quick = quick;
    this.recipients = or(recipients, quick ? QUICK_RECIPIENTS : RECIPIENTS);
    this.repetitions = or(repetitions, quick ? 1 : REPETITIONS);
  }

  private static int or(int wished, int usual) {
    return wished > 0 ? wished : usual;
  }

  /** Returns whether all was as it must be, in every variant. */
  public boolean run() {
    boolean good = true;
    for (Variant variant : quick ? List.of(Variant.PLAIN) : Variant.all()) {
      good &= run(variant);
    }
    return good;
  }

  private boolean run(Variant variant) {
    terminal.heading("%s to %,d".formatted(variant.title(), recipients));
    return report(
        variant,
        new Trial(terminal, root, quick)
            .measure(
                variant.settings(),
                this::measure,
                (measured, conditions) ->
                    BroadcastResult.of(variant.title(), quick, recipients, measured, conditions)));
  }

  private Measured measure(Installation installation) {
    double sink = RawLoad.mails(installation.smtpPort()).run(SINK_ALONE);
    installation.sink().forget();
    terminal.done("the sink alone takes %,.0f messages a second".formatted(sink));
    installation.startServices();
    terminal.done("the services are ready");
    Company company = new Company(installation);
    Audience first = new Audience("warmup", quick ? QUICK_WARM_UP : WARM_UP);
    Audience crowd = new Audience(CROWD, recipients);
    List<Repetition> measured = new ArrayList<>();
    try (Topics topics = new Topics(installation.kafka())) {
      company.publishes("monday", Contents.cyberMonday());
      for (Audience audience : List.of(first, crowd)) {
        company.has(audience);
        company.plans(audience.part(), "monday", audience.part());
      }
      company.awaitCards(topics);
      terminal.done("%,d customers are imported".formatted(first.size() + crowd.size()));
      for (int i = 0; i < Launch.warmUps(quick); i++) {
        say("warm-up", new Launch(installation, company, topics, first).run(first.part()));
      }
      for (int i = 1; i <= repetitions; i++) {
        Repetition repetition = new Launch(installation, company, topics, crowd).run(crowd.part());
        say("run " + i, repetition);
        measured.add(repetition);
      }
    }
    return new Measured(sink, measured);
  }

  /**
   * @param sinkPerSecond what the sink alone takes, on this machine, just before
   */
  record Measured(double sinkPerSecond, List<Repetition> repetitions) {}

  private void say(String name, Repetition repetition) {
    terminal.done(
        "%s: %,.0f messages a second, %.2f CPU s per 1,000, %,d received in %.1f s"
            .formatted(
                name,
                repetition.messagesPerSecond(),
                repetition.cpuSecondsPer1000Total(),
                repetition.messages(),
                repetition.seconds()));
    for (Finding finding : repetition.findings()) {
      terminal.warning(finding.rule() + ": " + finding.sentence());
    }
  }

  private boolean report(Variant variant, BroadcastResult result) {
    List<String> markdown = result.markdown();
    Path folder = ResultFiles.write(root, variant.name(), result, markdown);
    terminal.blank();
    markdown.forEach(terminal::line);
    terminal.blank();
    if (result.limitedBySink()) {
      terminal.warning("The sink alone is not 1.5 times as fast: it is what was measured.");
    }
    terminal.line(
        "  %,.0f messages a second, %.3f for each calibration operation."
            .formatted(result.messagesPerSecond(), result.ratioToCalibration()));
    terminal.line("  Written to " + root.relativize(folder) + ".");
    return !result.wrong() && !result.limitedBySink();
  }
}
