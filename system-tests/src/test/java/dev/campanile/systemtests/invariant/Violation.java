package dev.campanile.systemtests.invariant;

/**
 * Something that must not be.
 *
 * @param sentence with the ids it is about
 */
public record Violation(Rule rule, String sentence) {

  /** What must hold. */
  public enum Rule {
    /** Nobody receives a message twice, but for a transactional one that says it may be. */
    RECEIVED_TWICE,
    /** Nothing reaches a customer that nobody planned. */
    NEVER_PLANNED,
    /** What counts as accepted was received. */
    NOT_RECEIVED,
    /** What was received counts as accepted or in doubt. */
    NOT_BOOKED,
    /** Every planned message is in the gateway's ledger. */
    LOST,
    /** Every message comes to an end that is explained. */
    NO_END,
    /** After a no nothing more comes. */
    SENT_AFTER_OPT_OUT,
    /** The terms of campaign-service's report come to what was planned. */
    REPORT_UNBALANCED,
    /** The terms of the gateway's books come to its messages. */
    LEDGER_UNBALANCED,
    /** Both services say the same. */
    BOOKS_DISAGREE,
    /** Only what was under way may be in doubt. */
    TOO_MANY_IN_DOUBT,
    /** campaign-service finds nothing that it cannot explain. */
    UNRECONCILED
  }

  @Override
  public String toString() {
    return rule + ": " + sentence;
  }
}
