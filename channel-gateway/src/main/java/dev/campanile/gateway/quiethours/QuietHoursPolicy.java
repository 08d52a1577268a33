package dev.campanile.gateway.quiethours;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The quiet hours as data. A country's hours can only tighten the ones for everywhere: both are
 * asked.
 *
 * @param maxDefer how long a message is held at most
 * @param spread over how much time messages that were held are released
 * @param countries by ISO 3166-1 alpha-2
 */
record QuietHoursPolicy(
    Duration maxDefer,
    Duration spread,
    Set<Channel> channels,
    Set<Category> categories,
    Week everywhere,
    Map<String, Week> countries) {

  QuietHoursPolicy {
    channels = Set.copyOf(channels);
    categories = Set.copyOf(categories);
    countries = Map.copyOf(countries);
    if (maxDefer.isNegative() || spread.isNegative()) {
      throw new IllegalArgumentException("maxDefer and spread are not negative");
    }
  }

  /** What must allow the hour; nothing when the channel and category know no quiet hours. */
  List<LocalCalendar> calendars(Reach reach) {
    if (!channels.contains(reach.channel()) || !categories.contains(reach.category())) {
      return List.of();
    }
    return weeks(reach.country())
        .flatMap(week -> reach.zones().stream().map(zone -> new LocalCalendar(week, zone)))
        .toList();
  }

  private Stream<Week> weeks(@Nullable String country) {
    Week own = country == null ? null : countries.get(country);
    // The country's first: where both refuse, the trace names the stricter rule.
    return own == null ? Stream.of(everywhere) : Stream.of(own, everywhere);
  }
}
