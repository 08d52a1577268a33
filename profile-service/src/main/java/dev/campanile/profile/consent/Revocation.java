package dev.campanile.profile.consent;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * An opt-out the gateway took down and keeps to itself until a card lists it.
 *
 * @param entry what it says in the ledger
 */
public record Revocation(UUID id, ConsentEntry entry) {

  public Revocation {
    requireNonNull(id);
    requireNonNull(entry);
  }
}
