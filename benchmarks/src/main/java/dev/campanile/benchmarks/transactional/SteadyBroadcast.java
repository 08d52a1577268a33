package dev.campanile.benchmarks.transactional;

import dev.campanile.benchmarks.company.Company;
import dev.campanile.benchmarks.installation.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A broadcast at a given rate: one slice of people after another is launched, each in a run of its
 * own, at fixed times whether or not the one before is done.
 */
final class SteadyBroadcast implements AutoCloseable {
  static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration FOR_THE_REST = Duration.ofMinutes(5);

  private final Company company;
  private final String campaign;
  private final List<String> runs = new ArrayList<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean goesOn = true;

  private SteadyBroadcast(Company company, String campaign) {
    this.company = company;
    this.campaign = campaign;
  }

  static SteadyBroadcast begin(Company company, String campaign) {
    SteadyBroadcast broadcast = new SteadyBroadcast(company, campaign);
    Thread.ofVirtual().name("slices").start(broadcast::run);
    return broadcast;
  }

  private void run() {
    try {
      long next = System.nanoTime();
      while (goesOn) {
        runs.add(company.launches(campaign));
        next += EVERY.toNanos();
        Patience.pause(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
      }
      ended.complete(null);
    } catch (RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }

  /** Launches no more, and waits until all that was launched has settled. */
  @Override
  public void close() {
    goesOn = false;
    try {
      ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broadcast beside broke off", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    for (String run : runs) {
      Patience.await(
          "the broadcast beside settles",
          FOR_THE_REST,
          Duration.ofMillis(500),
          () -> company.report(campaign, run).settled());
    }
  }
}
