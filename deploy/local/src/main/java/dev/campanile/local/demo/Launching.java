package dev.campanile.local.demo;

import dev.campanile.local.terminal.Bar;
import dev.campanile.local.terminal.Terminal;
import java.time.Duration;
import java.util.List;

/** Launches a campaign and watches until everyone has an answer. */
final class Launching {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration FOR_CALLBACKS = Duration.ofSeconds(15);

  private final Terminal terminal;
  private final Company company;
  private final Outside outside;
  private final List<String> confirmed;

  /**
   * @param confirmed what would stand against a launch, and is known
   */
  Launching(Terminal terminal, Company company, Outside outside, List<String> confirmed) {
    this.terminal = terminal;
    this.company = company;
    this.outside = outside;
    this.confirmed = confirmed;
  }

  SentMessage launch(String campaign) {
    Counts before = outside.received();
    String run = company.launch(campaign, confirmed);
    RunCount report;
    try (Bar bar = new Bar(terminal, "sending")) {
      report =
          Waiting.until(
              PATIENCE, () -> shown(bar, company.report(campaign, run)), RunCount::settled);
    }
    try (Bar bar = new Bar(terminal, "callbacks")) {
      report =
          Waiting.until(
              FOR_CALLBACKS,
              () -> {
                RunCount seen = company.report(campaign, run);
                long expected =
                    seen.acceptedByChannel().total() - seen.acceptedByChannel().of("EMAIL");
                bar.show(seen.confirmed().total(), expected, "");
                return seen;
              },
              RunCount::allConfirmed);
    }
    SentMessage message =
        new SentMessage(
            campaign, run, report, company.ledger(run), outside.received().minus(before));
    say(message);
    return message;
  }

  private static RunCount shown(Bar bar, RunCount seen) {
    bar.show(
        seen.answered(),
        seen.planned(),
        "%,d accepted, %,d not sent".formatted(seen.accepted(), seen.skipped() + seen.failed()));
    return seen;
  }

  private void say(SentMessage message) {
    RunCount report = message.report();
    if (report.settled()) {
      terminal.done(
          "%s planned, %s accepted, %s not sent for a good reason, %s failed, %s wait for morning"
              .formatted(
                  Words.number(report.planned()),
                  Words.number(report.accepted()),
                  Words.number(report.skipped()),
                  Words.number(report.failed()),
                  Words.number(report.deferred())));
    } else {
      terminal.warning(
          "It did not settle within %d seconds; what there is follows."
              .formatted(PATIENCE.toSeconds()));
    }
  }
}
