package dev.campanile.gateway.quiethours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * Hours in which messages may go, on some days of the week. An end at or before the start is on the
 * next day; the hours after midnight still belong to the day they started.
 */
record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

  Hours {
    days = Set.copyOf(days);
    if (from.equals(to)) {
      throw new IllegalArgumentException("hours from " + from + " to " + to + " are no hours");
    }
  }

  LocalDate lastDay(LocalDate started) {
    return to.isAfter(from) ? started : started.plusDays(1);
  }

  @Override
  public String toString() {
    return from + "–" + to;
  }
}
