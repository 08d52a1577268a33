package dev.campanile.campaign.report;

import dev.campanile.contracts.RunControl;

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
  COMPLETED,
  /** It, or everything, is held until it is resumed. */
  PAUSED,
  /** What was not handed over when it was cancelled or killed never will be. */
  CANCELLED;

  /**
   * @param control of the run, or of everything where that is stricter
   */
  static RunState of(Tally tally, RunControl.State control) {
    return switch (control) {
      case CANCELLED -> CANCELLED;
      case PAUSED -> {
        RunState left = progressOf(tally);
        yield left == SETTLED || left == COMPLETED ? left : PAUSED;
      }
      case RUNNING -> progressOf(tally);
    };
  }

  private static RunState progressOf(Tally tally) {
    if (!tally.audienceComplete()) {
      return AUDIENCE;
    }
    if (tally.planned() == 0) {
      return COMPLETED;
    }
    RunReport.Books books = tally.books();
    return books.pending() + books.requested() + books.deferred() > 0 ? SENDING : SETTLED;
  }
}
