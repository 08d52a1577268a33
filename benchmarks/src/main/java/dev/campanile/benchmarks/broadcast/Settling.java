package dev.campanile.benchmarks.broadcast;

import dev.campanile.benchmarks.company.Company;
import dev.campanile.benchmarks.installation.Patience;
import dev.campanile.benchmarks.installation.SinkControl;
import dev.campanile.local.services.CannotContinue;
import java.time.Duration;

/**
 * Waits until a run's books have settled in all three services, and asks as little as possible
 * meanwhile: a report counts rows, and that is work of those who are measured.
 */
final class Settling {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration REPORT_PAUSE = Duration.ofMillis(250);
  private static final Duration AFTER_THE_LAST = Duration.ofSeconds(60);

  /** So long without another mail, and it is looked whether the books know why. */
  private static final Duration STANDSTILL = Duration.ofSeconds(20);

  private final Company company;
  private final SinkControl sink;
  private final Timelines timelines;

  Settling(Company company, SinkControl sink, Timelines timelines) {
    this.company = company;
    this.sink = sink;
    this.timelines = timelines;
  }

  /**
   * @param mails that have to arrive
   * @return whether the books settled; what did not is for the oracle to say
   */
  boolean await(String campaign, String run, long mails) {
    awaitMails(mails);
    try {
      Patience.await(
          "the campaign's report settles",
          AFTER_THE_LAST,
          REPORT_PAUSE,
          () -> company.report(campaign, run).settled());
      Patience.await(
          "the gateway's ledger settles",
          AFTER_THE_LAST,
          REPORT_PAUSE,
          () -> company.ledger(run).settled());
      timelines.await(AFTER_THE_LAST);
      return true;
    } catch (CannotContinue _) {
      return false;
    }
  }

  private void awaitMails(long mails) {
    long seen = 0;
    long grew = System.nanoTime();
    while (seen < mails && System.nanoTime() - grew < STANDSTILL.toNanos()) {
      Patience.pause(PAUSE);
      long now = sink.mails();
      if (now > seen) {
        seen = now;
        grew = System.nanoTime();
      }
    }
  }
}
