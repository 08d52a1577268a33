package dev.campanile.benchmarks.transactional;

import dev.campanile.benchmarks.audience.Audience;
import dev.campanile.benchmarks.audience.Person;
import dev.campanile.benchmarks.broadcast.Launch;
import dev.campanile.benchmarks.broadcast.Repetition;
import dev.campanile.benchmarks.company.Company;
import dev.campanile.benchmarks.company.Contents;
import dev.campanile.benchmarks.installation.Installation;
import dev.campanile.benchmarks.installation.ServiceSettings;
import dev.campanile.benchmarks.installation.Topics;
import dev.campanile.benchmarks.result.ResultFiles;
import dev.campanile.benchmarks.trial.Trial;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Single messages at fixed rates, alone and while a broadcast runs at half its speed. */
public final class TransactionalBenchmark {
  static final String BESIDE = "beside";
  private static final String NAME = "transactional";
  private static final int[] RATES = {200, 1_000};
  private static final Duration LENGTH = Duration.ofSeconds(30);
  private static final Duration QUICK_LENGTH = Duration.ofSeconds(10);
  private static final int WARM_UP_RATE = 500;

  /** After so long the thorough compiler is done with what a single message runs. */
  private static final Duration WARM_UP = Duration.ofSeconds(180);

  private static final int CROWD = 30_000;
  private static final int QUICK_CROWD = 1_000;

  /** So long there are people left for a broadcast beside. */
  private static final Duration BROADCAST = LENGTH.plusSeconds(20);

  private final Terminal terminal;
  private final Path root;
  private final boolean quick;

  public TransactionalBenchmark(Terminal terminal, Path root, boolean quick) {
    this.terminal = terminal;
    this.root = root;
    this.quick = quick;
  }

  /**
   * @param broadcastMaximum messages a second of a broadcast alone
   * @param besidePerSecond what a broadcast beside was asked to send, half of it
   */
  record Measured(double broadcastMaximum, int besidePerSecond, List<Row> rows) {}

  /** Returns whether every message arrived, and once. */
  public boolean run() {
    terminal.heading("Single messages, alone and beside a broadcast");
    TransactionalResult result =
        new Trial(terminal, root, quick)
            .measure(ServiceSettings.NONE, this::measure, TransactionalResult::new);
    List<String> markdown = result.markdown();
    ResultFiles.write(root, NAME, result, markdown);
    terminal.blank();
    markdown.forEach(terminal::line);
    return result.measured().rows().stream().noneMatch(Row::wrong);
  }

  private Measured measure(Installation installation) {
    installation.startServices();
    Company company = new Company(installation);
    company.publishes("receipt", Contents.receipt());
    company.publishes("monday", Contents.cyberMonday());
    Audience customers = new Audience("customers", 2_000);
    Audience crowd = new Audience("crowd", quick ? QUICK_CROWD : CROWD);
    try (Topics topics = new Topics(installation.kafka())) {
      for (Audience audience : List.of(customers, crowd)) {
        company.has(audience);
        company.plans(audience.part(), "monday", audience.part());
      }
      company.awaitCards(topics);
      Launch launch = new Launch(installation, company, topics, crowd);
      for (int i = 0; i < Launch.warmUps(quick); i++) {
        launch.run(crowd.part());
      }
      double maximum = maximum(launch.run(crowd.part()));
      int half = (int) Math.max(10, maximum / 2);
      Audience beside = new Audience(BESIDE, half * (int) BROADCAST.toSeconds());
      company.has(beside);
      company.plans(BESIDE, "monday", BESIDE, half);
      company.awaitCards(topics);
      return new Measured(maximum, half, rows(installation, company, customers));
    }
  }

  private double maximum(Repetition broadcast) {
    if (broadcast.wrong()) {
      throw new CannotContinue("The broadcast went wrong: " + broadcast.findings());
    }
    terminal.done("a broadcast alone: %,.0f a second".formatted(broadcast.messagesPerSecond()));
    return broadcast.messagesPerSecond();
  }

  private List<Row> rows(Installation installation, Company company, Audience customers) {
    List<String> ids = customers.people().filter(Person::eligible).map(Person::externalId).toList();
    Duration length = quick ? QUICK_LENGTH : LENGTH;
    List<Row> rows = new ArrayList<>();
    MessageStream stream = new MessageStream(installation, company, ids);
    stream.run(WARM_UP_RATE, quick ? QUICK_LENGTH : WARM_UP, false);
    beside(company, () -> stream.run(RATES[0], length, true));
    for (int rate : RATES) {
      rows.add(said(stream.run(rate, length, false)));
    }
    for (int rate : RATES) {
      rows.add(said(beside(company, () -> stream.run(rate, length, true))));
    }
    return rows;
  }

  private static Row beside(Company company, Supplier<Row> stream) {
    try (SteadyBroadcast _ = SteadyBroadcast.begin(company, BESIDE)) {
      return stream.get();
    }
  }

  private Row said(Row row) {
    terminal.done(
        "%,d a second%s: p50 %.0f ms, p99 %.0f ms, p99.9 %.0f ms; CPU s per 1,000 %.2f; refused %s, %d missing, %d doubled"
            .formatted(
                row.perSecond(),
                row.beside()
                    ? " beside %,.0f of a broadcast".formatted(row.broadcastPerSecond())
                    : "",
                row.delivered().p50(),
                row.delivered().p99(),
                row.delivered().p999(),
                row.cpuSecondsPer1000().values().stream().mapToDouble(it -> it).sum(),
                row.refused(),
                row.missing(),
                row.duplicates()));
    return row;
  }
}
