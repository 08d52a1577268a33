package dev.campanile.local.twilio;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** WhatsApp's rule: free text only within 24 hours of the customer's last message. */
final class ChatWindows {
  private static final Duration WINDOW = Duration.ofHours(24);

  private record Pair(String sender, String customer) {}

  private final Map<Pair, Instant> lastHeard = new ConcurrentHashMap<>();

  void hear(String customer, String sender, Instant now) {
    lastHeard.merge(
        new Pair(sender, customer), now, (known, next) -> next.isAfter(known) ? next : known);
  }

  boolean isOpen(String sender, String customer, Instant now) {
    Instant last = lastHeard.get(new Pair(sender, customer));
    return last != null && now.isBefore(last.plus(WINDOW));
  }

  void clear() {
    lastHeard.clear();
  }
}
