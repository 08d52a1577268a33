package dev.campanile.profile.consent;

import dev.campanile.contracts.ConsentState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Gives back what revocations took: the state a topic would have if they had never been. What the
 * customer said otherwise, before or after, stays as it is.
 */
@ApplicationScoped
public class Restorations {

  private static final String GATEWAY = "channel-gateway";

  /** The order of {@link ConsentLedger}: the greatest entry holds. */
  private static final Comparator<ConsentEntry> BY_WEIGHT =
      Comparator.comparingInt(ConsentEntry::weight)
          .thenComparing(ConsentEntry::at)
          .thenComparing(entry -> entry.state() == ConsentState.OPTED_OUT);

  private final RestorationRepository restorations;
  private final ConsentLedger ledger;

  Restorations(RestorationRepository restorations, ConsentLedger ledger) {
    this.restorations = restorations;
    this.ledger = ledger;
  }

  /** Those of the revocations that were taken back already; they bind nobody any more. */
  public List<UUID> takenBack(Handle handle, Collection<Revocation> revocations) {
    return restorations.takenBack(handle, revocations.stream().map(Revocation::id).toList());
  }

  /** In a transaction that holds the locks of the addresses. Told again, it changes nothing. */
  public void apply(Handle handle, Collection<Restoration> told, Instant now) {
    for (Restoration restoration : told) {
      restorations.takeBack(handle, restoration);
      for (ConsentKey key : restorations.taken(handle, restoration)) {
        giveBack(handle, key, restoration, now);
      }
    }
  }

  private void giveBack(Handle handle, ConsentKey key, Restoration restoration, Instant now) {
    ConsentEntry restored =
        restorations.binding(handle, key).stream()
            .max(BY_WEIGHT)
            .orElseGet(() -> line(key, ConsentState.UNKNOWN, restoration));
    if (restorations.replaceState(handle, restored)) {
      ledger.recordRestored(handle, line(key, restored.state(), restoration), now);
    }
  }

  private static ConsentEntry line(ConsentKey key, ConsentState state, Restoration restoration) {
    return new ConsentEntry(
        key.address(),
        key.topic(),
        state,
        restoration.at(),
        ConsentEntry.How.KEYWORD,
        GATEWAY,
        null,
        "restoration %s of revocation %s: %s"
            .formatted(
                restoration.id(),
                String.join(", ", restoration.revocations().stream().map(UUID::toString).toList()),
                restoration.evidence()));
  }
}
