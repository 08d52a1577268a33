package dev.campanile.gateway.report;

import dev.campanile.contracts.RunId;
import java.util.Map;

/**
 * A run as the ledger counts it, each term from its own rows.
 *
 * @param total all messages of the run that the gateway has heard of
 * @param confirmed by channel, what providers told later
 */
public record RunLedger(
    RunId runId,
    int total,
    Books books,
    Map<String, Integer> acceptedByChannel,
    Map<String, Integer> skippedByReason,
    Map<String, Integer> deferredByReason,
    Map<String, Integer> failedByReason,
    Map<String, Map<String, Integer>> confirmed) {

  /** The sum of these is the total. */
  public record Books(
      int skipped,
      int deferred,
      int reserved,
      int sending,
      int accepted,
      int failed,
      int unknown,
      int uncertain) {}
}
