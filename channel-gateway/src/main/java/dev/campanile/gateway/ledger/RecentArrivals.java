package dev.campanile.gateway.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages that this replica has just stored, by their reservation: who claims it need not read
 * them back. Only a copy, of a transaction that may even have failed: the statement that moves a
 * message to SENDING names the revision it was decided at, and has the last word.
 */
@ApplicationScoped
public class RecentArrivals {

  /** In all: what comes when there is no room is read from the ledger. */
  static final int MOST_MESSAGES = 20_000;

  /** Whatever was not claimed by then was claimed elsewhere. */
  static final Duration KEPT = Duration.ofMinutes(1);

  private final Map<UUID, Kept> byReservation = new LinkedHashMap<>();
  private final InstantSource clock;
  private int messages;

  RecentArrivals(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void keep(Map<UUID, List<Sendable>> reserved) {
    Instant now = clock.instant();
    forgetBefore(now.minus(KEPT));
    reserved.forEach(
        (reservation, sendable) -> {
          if (messages + sendable.size() <= MOST_MESSAGES) {
            byReservation.put(reservation, new Kept(sendable, now));
            messages += sendable.size();
          }
        });
  }

  /** Null when they are to be read from the ledger. */
  public synchronized @Nullable List<Sendable> take(UUID reservation) {
    Kept kept = byReservation.remove(reservation);
    if (kept == null) {
      return null;
    }
    messages -= kept.sendable().size();
    return kept.sendable();
  }

  private void forgetBefore(Instant earliest) {
    Iterator<Kept> oldest = byReservation.values().iterator();
    while (oldest.hasNext()) {
      Kept kept = oldest.next();
      if (!kept.at().isBefore(earliest)) {
        return;
      }
      messages -= kept.sendable().size();
      oldest.remove();
    }
  }

  private record Kept(List<Sendable> sendable, Instant at) {}
}
