package dev.campanile.local.twilio;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who said STOP to which sender by SMS. The provider blocks them by itself, whatever its customer
 * knows of it: the standard keywords for long codes, the message being the keyword alone.
 */
final class OptOuts {
  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
  private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

  private record Pair(String sender, String customer) {}

  private final Set<Pair> blocked = ConcurrentHashMap.newKeySet();

  /** A text from a customer to a sender. */
  void hear(String customer, String sender, String text) {
    String word = text.strip().toUpperCase(Locale.ROOT);
    if (STOP.contains(word)) {
      blocked.add(new Pair(sender, customer));
    } else if (START.contains(word)) {
      blocked.remove(new Pair(sender, customer));
    }
  }

  boolean blocks(String sender, String customer) {
    return blocked.contains(new Pair(sender, customer));
  }

  void clear() {
    blocked.clear();
  }
}
