package dev.campanile.profile.profile;

import dev.campanile.contracts.Channel;
import dev.campanile.profile.zone.ZoneSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored customer.
 *
 * @param version of the card the gateway was told last
 * @param tracking null when the customer said nothing about it
 * @param traits plain JSON values
 */
public record Profile(
    UUID id,
    long version,
    String externalId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String locale,
    @Nullable String country,
    List<ZoneId> zones,
    ZoneSource zoneSource,
    @Nullable Channel preferredChannel,
    @Nullable TrackingConsent tracking,
    Map<String, Object> traits) {

  public Profile {
    zones = List.copyOf(zones);
    traits = Map.copyOf(traits);
  }
}
