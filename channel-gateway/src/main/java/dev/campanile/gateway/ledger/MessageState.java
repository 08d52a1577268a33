package dev.campanile.gateway.ledger;

/** Where a message is. {@link Transitions} has the ways between. */
public enum MessageState {
  /** Heard of, not yet gated; never stored. */
  REQUESTED,
  /** Waits, then goes through the gate again, from the top. */
  DEFERRED,
  /** The gate let it pass; certainly has not left. */
  RESERVED,
  /** Committed before the provider is called: from here on it may have left. */
  SENDING,
  /** May have left; being reconciled. */
  UNKNOWN,
  /** May have left, and nobody will ever know; never sent again. */
  UNCERTAIN,
  ACCEPTED,
  DELIVERED,
  BOUNCED,
  COMPLAINED,
  FAILED,
  SKIPPED
}
