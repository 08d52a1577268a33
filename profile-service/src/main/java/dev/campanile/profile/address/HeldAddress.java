package dev.campanile.profile.address;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** An address as one profile holds it. */
public record HeldAddress(UUID profileId, AddressKey key, boolean valid) {

  public HeldAddress {
    requireNonNull(profileId);
    requireNonNull(key);
  }
}
