package dev.campanile.rendering;

import dev.campanile.rendering.Links.Tracking;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variable {@code links} of one message. A destination is rendered when the text asks for it,
 * and only then; a tracked one too, so that no click finds out what is missing.
 */
final class LinkAddresses extends AbstractMap<String, Object> {

  private final Destinations destinations;
  private final Map<String, Object> variables;
  private final @Nullable Tracking tracking;
  private final Lookups lookups;
  private final Map<String, Object> known = new HashMap<>();

  /** Made when a destination has variables: most have none. */
  private @Nullable Map<String, Object> ofDestinations;

  /**
   * @param variables of the text
   */
  LinkAddresses(
      Destinations destinations,
      Map<String, Object> variables,
      @Nullable Tracking tracking,
      Lookups lookups) {
    this.destinations = destinations;
    this.variables = variables;
    this.tracking = tracking;
    this.lookups = lookups;
  }

  @Override
  public @Nullable Object get(@Nullable Object id) {
    if (!(id instanceof String name)) {
      return null;
    }
    Object address = known.get(name);
    Destination destination = address == null ? destinations.get(name) : null;
    if (destination != null) {
      String leadsTo = leadsTo(destination);
      address = tracking == null ? leadsTo : tracking.click(name);
      known.put(name, address);
    }
    return address;
  }

  private String leadsTo(Destination destination) {
    String known = destination.known();
    if (known != null) {
      return known;
    }
    if (ofDestinations == null) {
      ofDestinations = Variables.withoutOurs(variables);
    }
    return destination.address(ofDestinations, lookups);
  }

  @Override
  public boolean containsKey(@Nullable Object id) {
    return id instanceof String name && destinations.ids().contains(name);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    destinations.ids().forEach(this::get);
    return known.entrySet();
  }
}
