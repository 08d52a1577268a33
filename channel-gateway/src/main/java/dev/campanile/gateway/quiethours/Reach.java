package dev.campanile.gateway.quiethours;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be reached, and how.
 *
 * @param country ISO 3166-1 alpha-2, when known
 * @param zones all zones the customer may be in
 */
public record Reach(
    Channel channel, Category category, @Nullable String country, List<ZoneId> zones) {

  public Reach {
    zones = List.copyOf(zones);
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("no zone would mean no quiet hours");
    }
  }
}
