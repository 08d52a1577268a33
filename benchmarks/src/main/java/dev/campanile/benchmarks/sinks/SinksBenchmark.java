package dev.campanile.benchmarks.sinks;

import dev.campanile.benchmarks.installation.Installation;
import dev.campanile.benchmarks.installation.ServiceSettings;
import dev.campanile.benchmarks.installation.SinkControl;
import dev.campanile.benchmarks.result.MarkdownTable;
import dev.campanile.benchmarks.result.ResultFiles;
import dev.campanile.benchmarks.trial.Conditions;
import dev.campanile.benchmarks.trial.Trial;
import dev.campanile.local.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;

/** Both sinks alone. */
public final class SinksBenchmark {
  private static final String NAME = "sinks";
  private static final int MESSAGES = 400_000;
  private static final int QUICK_MESSAGES = 100_000;
  private static final int WARM_UP = 80_000;

  private final Terminal terminal;
  private final Path root;
  private final boolean quick;

  public SinksBenchmark(Terminal terminal, Path root, boolean quick) {
    this.terminal = terminal;
    this.root = root;
    this.quick = quick;
  }

  /**
   * @param mailsPerSecond of 3 KB
   * @param lost messages the sinks answered and did not count
   */
  record Rates(double mailsPerSecond, double textsPerSecond, long lost) {}

  record Result(Rates rates, Conditions conditions) {}

  /** Returns whether the sinks counted what they were given. */
  public boolean run() {
    terminal.heading("The sinks alone");
    Result result =
        new Trial(terminal, root, quick).measure(ServiceSettings.NONE, this::measure, Result::new);
    Rates rates = result.rates();
    List<String> markdown =
        new MarkdownTable("the sinks alone, client and sink on one machine", "messages a second")
            .row(
                "mail, 3 KB, pipelined over 16 connections",
                "%,.0f".formatted(rates.mailsPerSecond()))
            .row("texts, 16 connections", "%,.0f".formatted(rates.textsPerSecond()))
            .lines();
    ResultFiles.write(root, NAME, result, markdown);
    terminal.blank();
    markdown.forEach(terminal::line);
    if (rates.lost() != 0) {
      terminal.warning("The sinks counted %,d fewer than they took.".formatted(rates.lost()));
    }
    return rates.lost() == 0;
  }

  private Rates measure(Installation installation) {
    SinkControl sink = installation.sink();
    int messages = quick ? QUICK_MESSAGES : MESSAGES;
    RawLoad mails = RawLoad.mails(installation.smtpPort());
    RawLoad texts = RawLoad.texts(installation.providerPort());
    mails.run(WARM_UP);
    texts.run(WARM_UP);
    sink.forget();
    double mailRate = mails.run(messages);
    double textRate = texts.run(messages);
    long counted = sink.counts().path("mails").asLong() + sink.counts().path("texts").asLong();
    sink.forget();
    return new Rates(mailRate, textRate, 2L * messages - counted);
  }
}
