package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

/** The profile is gone; wins over any card, whatever its version. */
public record ContactErased(ProfileId profileId) implements ContactUpdate {

  public ContactErased {
    requireNonNull(profileId);
  }

  @Override
  public String recordKey() {
    return profileId.toString();
  }

  @Override
  public Bucket bucket() {
    return Bucket.of(profileId);
  }
}
