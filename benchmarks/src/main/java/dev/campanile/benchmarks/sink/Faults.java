package dev.campanile.benchmarks.sink;

/**
 * How often a receiver misbehaves; each a share from 0 to 1 of the messages.
 *
 * @param refuseForNow answers 4xx after the final dot
 * @param refuse answers 5xx after the final dot
 * @param dropBefore hangs up before the final dot: the message certainly did not arrive
 * @param dropAfter hangs up after it instead of answering: the message arrived
 * @param delayMillis waits so long before it answers
 */
public record Faults(
    double refuseForNow, double refuse, double dropBefore, double dropAfter, long delayMillis) {
  public static final Faults NONE = new Faults(0, 0, 0, 0, 0);

  public Faults {
    if (refuseForNow < 0
        || refuse < 0
        || dropBefore < 0
        || dropAfter < 0
        || refuseForNow + refuse + dropBefore + dropAfter > 1
        || delayMillis < 0) {
      throw new IllegalArgumentException(
          "shares from 0 to 1 that come to at most 1, and a delay of 0 or more");
    }
  }

  public static Faults delay(long millis) {
    return new Faults(0, 0, 0, 0, millis);
  }

  /** What becomes of a message. */
  enum Outcome {
    TAKEN,
    REFUSED_FOR_NOW,
    REFUSED,
    DROPPED_BEFORE,
    DROPPED_AFTER
  }

  /**
   * @param chance from 0 to 1
   */
  Outcome outcome(double chance) {
    double left = chance - refuseForNow;
    if (left < 0) {
      return Outcome.REFUSED_FOR_NOW;
    }
    left -= refuse;
    if (left < 0) {
      return Outcome.REFUSED;
    }
    left -= dropBefore;
    if (left < 0) {
      return Outcome.DROPPED_BEFORE;
    }
    return left - dropAfter < 0 ? Outcome.DROPPED_AFTER : Outcome.TAKEN;
  }
}
