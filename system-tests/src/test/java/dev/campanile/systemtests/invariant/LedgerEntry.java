package dev.campanile.systemtests.invariant;

/** A message as the gateway's ledger has it. */
public record LedgerEntry(String id, State state, boolean possibleDuplicate) {

  LedgerEntry in(State other) {
    return new LedgerEntry(id, other, possibleDuplicate);
  }
}
