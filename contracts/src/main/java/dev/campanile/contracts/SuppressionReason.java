package dev.campanile.contracts;

/** Why an address must not be written to, whatever its holder consented to. */
public enum SuppressionReason {
  HARD,
  SOFT,
  COMPLAINT,
  MANUAL;

  /** The reason a message is skipped with. */
  public Reason reason() {
    return switch (this) {
      case HARD -> Reason.SUPPRESSED_HARD;
      case SOFT -> Reason.SUPPRESSED_SOFT;
      case COMPLAINT -> Reason.SUPPRESSED_COMPLAINT;
      case MANUAL -> Reason.SUPPRESSED_MANUAL;
    };
  }
}
