package dev.campanile.contracts;

/** What kind of message it is decides which consent it needs and which rules hold it back. */
public enum Category {
  TRANSACTIONAL,
  SERVICE,
  SURVEY,
  MARKETING;

  /** The lane for a message of a campaign. */
  public Lane campaignLane() {
    return switch (this) {
      case TRANSACTIONAL, SERVICE -> Lane.URGENT;
      case SURVEY, MARKETING -> Lane.BULK;
    };
  }
}
