package dev.campanile.campaign.report;

/** How far a run is. */
public enum RunState {
  /** Its audience is still coming in; messages leave meanwhile. */
  AUDIENCE,
  /** Messages wait to be requested, answered, or sent later, as those held by quiet hours. */
  SENDING,
  /**
   * Every message was handed over or never will be. Callbacks may still come; what is unknown is
   * reconciled but holds nothing up, and a transactional one that is tried again goes back to
   * {@link #SENDING}.
   */
  SETTLED,
  /** Nobody was in the segment: there was nothing to send. */
  COMPLETED;

  static RunState of(boolean audienceComplete, long planned, RunReport.Books books) {
    if (!audienceComplete) {
      return AUDIENCE;
    }
    if (planned == 0) {
      return COMPLETED;
    }
    return books.pending() + books.requested() + books.deferred() > 0 ? SENDING : SETTLED;
  }
}
