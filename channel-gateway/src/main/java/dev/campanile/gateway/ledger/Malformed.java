package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Receipt;
import java.time.Instant;
import java.util.regex.Pattern;

/** Messages that could not be read. */
public final class Malformed {

  private static final int LONGEST = 300;

  /** What PostgreSQL keeps in no text: it may be quoted in the reason. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

  private Malformed() {}

  public static Change refused(Message message, String why, Instant now) {
    String printable = UNPRINTABLE.matcher(why).replaceAll("\uFFFD");
    String answer = printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST);
    Message after =
        message.with(message.moved(Occurrence.MALFORMED, now).because(Reason.MALFORMED, answer));
    return Change.told(after, new Receipt.Failed(after.ref(), null, Reason.MALFORMED, answer, now));
  }
}
