package dev.campanile.profile.profile;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.Channel;
import dev.campanile.profile.zone.Zones;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a source describes them.
 *
 * @param externalId their id at the source, namespace {@code crmId}
 * @param traits a null takes the trait away
 */
public record ProfileDraft(
    String externalId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String locale,
    @Nullable String country,
    Zones zones,
    @Nullable Channel preferredChannel,
    @Nullable TrackingConsent tracking,
    Map<String, @Nullable String> traits) {

  public ProfileDraft {
    requireNonNull(externalId);
    requireNonNull(zones);
    traits = Collections.unmodifiableMap(new LinkedHashMap<>(traits));
  }
}
