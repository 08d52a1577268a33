package dev.campanile.local.twilio;

import java.util.Locale;
import java.util.Optional;
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

  private static final Set<String> HELP = Set.of("HELP", "INFO");

  private record Pair(String sender, String customer) {}

  private final Set<Pair> blocked = ConcurrentHashMap.newKeySet();

  /**
   * A text from a customer to a sender.
   *
   * @return what the provider answers by itself
   */
  Optional<String> hear(String customer, String sender, String text) {
    String word = text.strip().toUpperCase(Locale.ROOT);
    if (STOP.contains(word)) {
      return blocked.add(new Pair(sender, customer))
          ? Optional.of(
              "You have successfully been unsubscribed. You will not receive any more messages"
                  + " from this number. Reply START to resubscribe.")
          : Optional.empty();
    }
    if (START.contains(word)) {
      return blocked.remove(new Pair(sender, customer))
          ? Optional.of(
              "You have successfully been re-subscribed to messages from this number. Reply HELP"
                  + " for help. Reply STOP to unsubscribe.")
          : Optional.empty();
    }
    return HELP.contains(word)
        ? Optional.of("Reply STOP to unsubscribe. Msg&Data Rates May Apply.")
        : Optional.empty();
  }

  boolean blocks(String sender, String customer) {
    return blocked.contains(new Pair(sender, customer));
  }

  void clear() {
    blocked.clear();
  }
}
