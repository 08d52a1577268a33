package dev.campanile.systemtests.invariant;

import java.util.EnumMap;
import java.util.Map;

/** What a message counts as in the books of both services. */
public enum Term {
  /** Planned or asked for, not answered; in the gateway reserved or being sent. */
  UNANSWERED,
  SKIPPED,
  DEFERRED,
  ACCEPTED,
  FAILED,
  UNKNOWN,
  UNCERTAIN;

  static Term of(State state) {
    return switch (state) {
      case REQUESTED, RESERVED, SENDING -> UNANSWERED;
      case SKIPPED -> SKIPPED;
      case DEFERRED -> DEFERRED;
      case ACCEPTED, DELIVERED, BOUNCED, COMPLAINED -> ACCEPTED;
      case FAILED -> FAILED;
      case UNKNOWN -> UNKNOWN;
      case UNCERTAIN -> UNCERTAIN;
    };
  }

  static Map<Term, Integer> count(Iterable<LedgerEntry> messages) {
    Map<Term, Integer> counts = new EnumMap<>(Term.class);
    messages.forEach(message -> counts.merge(of(message.state()), 1, Integer::sum));
    return counts;
  }
}
