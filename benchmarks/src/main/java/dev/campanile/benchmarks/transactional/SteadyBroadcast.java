package dev.campanile.benchmarks.transactional;

import dev.campanile.benchmarks.company.Company;
import dev.campanile.benchmarks.installation.Patience;
import java.time.Duration;

/** A broadcast that goes on at its own speed, from when its audience is in until it is closed. */
final class SteadyBroadcast implements AutoCloseable {
  private static final Duration FOR_THE_AUDIENCE = Duration.ofMinutes(2);
  private static final Duration FOR_THE_REST = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** When it flows, and nothing is left of its beginning. */
  static final Duration LEAD = Duration.ofSeconds(3);

  private final Company company;
  private final String campaign;
  private final String run;

  private SteadyBroadcast(Company company, String campaign, String run) {
    this.company = company;
    this.campaign = campaign;
    this.run = run;
  }

  static SteadyBroadcast begin(Company company, String campaign) {
    String run = company.launches(campaign);
    Patience.await(
        "the audience of the broadcast beside",
        FOR_THE_AUDIENCE,
        PAUSE,
        () -> company.report(campaign, run).complete());
    Patience.pause(LEAD);
    return new SteadyBroadcast(company, campaign, run);
  }

  /** Ends it, and waits until all that had left for the gateway has settled. */
  @Override
  public void close() {
    company.cancels(campaign);
    Patience.await(
        "the broadcast beside settles",
        FOR_THE_REST,
        PAUSE,
        () -> company.report(campaign, run).settled());
  }
}
