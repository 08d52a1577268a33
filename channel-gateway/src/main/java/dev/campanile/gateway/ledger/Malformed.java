package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Receipt;
import java.time.Instant;

/** Messages that could not be read. */
public final class Malformed {

  private static final int LONGEST = 300;

  private Malformed() {}

  public static Change refused(Message message, String why, Instant now) {
    String answer = why.length() <= LONGEST ? why : why.substring(0, LONGEST);
    Message after =
        message.with(message.moved(Occurrence.MALFORMED, now).because(Reason.MALFORMED, answer));
    return Change.told(after, new Receipt.Failed(after.ref(), null, Reason.MALFORMED, answer, now));
  }
}
