package dev.campanile.benchmarks.oracle;

/**
 * Something that must not be; one suffices to make a run worthless, however fast it was.
 *
 * @param rule which promise is broken
 * @param sentence how, for people
 */
public record Finding(Rule rule, String sentence) {

  /** What must hold. */
  public enum Rule {
    NOT_RECEIVED,
    RECEIVED_TWICE,
    ADDRESS_TWICE,
    NO_CONSENT,
    SUPPRESSED,
    STRANGER,
    NO_MESSAGE_ID,
    NOT_SETTLED,
    REPORT_UNBALANCED,
    LEDGER_UNBALANCED,
    BOOKS_DISAGREE,
    BOOKS_NOT_RECEIVED
  }
}
