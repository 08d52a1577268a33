package dev.campanile.systemtests.invariant;

import dev.campanile.contracts.Category;
import java.util.List;

/**
 * All that is said of one run.
 *
 * @param planned how many customers it was meant for, from who planned it
 * @param report campaign-service's books
 * @param unreconciled campaign-service's own doubt in them
 * @param ledger the gateway's books
 * @param messages the gateway's messages, one by one
 */
public record RunEvidence(
    String run,
    Category category,
    int planned,
    Books report,
    int unreconciled,
    Books ledger,
    List<LedgerEntry> messages) {

  public RunEvidence {
    messages = List.copyOf(messages);
  }
}
