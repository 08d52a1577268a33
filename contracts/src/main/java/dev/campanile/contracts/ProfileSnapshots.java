package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How customers are now. Who is not known is not among them. */
public record ProfileSnapshots(List<Snapshot> items) {

  public ProfileSnapshots {
    items = List.copyOf(items);
  }

  /**
   * @param cardVersion of the contact card as it is now
   * @param locale BCP 47
   * @param fields those asked for, as plain JSON values; a field the profile lacks is absent
   */
  public record Snapshot(
      ProfileId profileId,
      @Nullable String externalId,
      long cardVersion,
      String locale,
      Map<String, Object> fields) {

    public Snapshot {
      requireNonNull(profileId);
      requireNonNull(locale);
      fields = Map.copyOf(fields);
    }
  }
}
