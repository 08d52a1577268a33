package dev.campanile.gateway.ledger;

/** What can happen to a message. */
public enum Occurrence {
  GATE_PASSED,
  GATE_DEFERRED,
  /** The gate, or rendering, refused it for good. */
  GATE_SKIPPED,
  /** It could not be read. */
  MALFORMED,

  /** Permission to call the provider was committed. */
  STARTED,
  ACCEPTED,
  REFUSED_FOR_NOW,
  /** Refused for good, and no channel is left. */
  REFUSED,
  /** The provider's answer is not known: a time-out, a crash, an expired lease. */
  LOST_SIGHT,
  /** No more will be done about a message that may have left. */
  GAVE_UP,

  DELIVERED,
  BOUNCED,
  COMPLAINED;

  /**
   * Whether it says something of the message when it is about an earlier attempt: that the customer
   * has it. Everything else about an earlier attempt is history.
   */
  boolean countsForEarlierAttempts() {
    return switch (this) {
      case ACCEPTED, DELIVERED, COMPLAINED -> true;
      case GATE_PASSED,
          GATE_DEFERRED,
          GATE_SKIPPED,
          MALFORMED,
          STARTED,
          REFUSED_FOR_NOW,
          REFUSED,
          LOST_SIGHT,
          GAVE_UP,
          BOUNCED ->
          false;
    };
  }
}
