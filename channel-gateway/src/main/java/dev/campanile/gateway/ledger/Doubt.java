package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Receipt;
import java.time.Instant;

/** Messages that may have left. */
public final class Doubt {

  private Doubt() {}

  /**
   * Whether it is sent once more rather than perhaps never: at least once, against at most once.
   */
  public static boolean mayBeTriedAgain(Message message) {
    return switch (message.intent().category()) {
      case TRANSACTIONAL -> !message.progress().possibleDuplicate();
      case SERVICE, SURVEY, MARKETING -> false;
    };
  }

  public static Change lostSight(Message message, int attempt, Instant now) {
    Message after =
        message.with(
            message.moved(Occurrence.LOST_SIGHT, now).because(Reason.UNKNOWN_OUTCOME, null));
    return Change.told(after, new Receipt.Unknown(after.ref(), after.sentOn(), attempt, now));
  }

  /** It will never be sent again; a late answer may still tell. */
  public static Change givenUp(Message message, Instant now) {
    Message after =
        message.with(message.moved(Occurrence.GAVE_UP, now).because(Reason.UNKNOWN_OUTCOME, null));
    return Change.told(
        after, new Receipt.Uncertain(after.ref(), after.sentOn(), after.progress().attempt(), now));
  }

  /** One more try under the same id; goes through the gate at once. */
  public static Message toBeTriedAgain(Message message) {
    return new Message(message.intent(), message.progress().mayHaveLeft());
  }
}
