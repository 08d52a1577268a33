package dev.campanile.profile.zone;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The zones a customer may be in: one when it is known, several when a region spans several. Quiet
 * hours hold in all of them.
 */
public record Zones(List<ZoneId> ids, ZoneSource source) {

  public Zones {
    requireNonNull(source);
    ids = differing(ids);
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("a customer is in some zone");
    }
  }

  /** One of each clock: zones whose clocks agree all year round are one, the first named. */
  private static List<ZoneId> differing(Collection<ZoneId> ids) {
    List<ZoneId> kept = new ArrayList<>();
    for (ZoneId id : ids) {
      if (kept.stream().noneMatch(other -> sameClock(other, id))) {
        kept.add(id);
      }
    }
    kept.sort(Comparator.comparing(ZoneId::getId));
    return List.copyOf(kept);
  }

  static boolean sameClock(ZoneId one, ZoneId other) {
    return one.equals(other) || one.getRules().equals(other.getRules());
  }
}
