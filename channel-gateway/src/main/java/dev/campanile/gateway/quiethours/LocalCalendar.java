package dev.campanile.gateway.quiethours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The allowed hours of a week as instants, in one zone. */
record LocalCalendar(Week week, ZoneId zone) {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);

  /** Enough to see over a weekend and the holidays around it. */
  private static final int DAYS_AHEAD = 9;

  boolean allows(Instant at) {
    return windowAtOrAfter(at).map(it -> it.contains(at)).orElse(false);
  }

  /** The window that holds the instant, or the next one. */
  Optional<Window> windowAtOrAfter(Instant at) {
    LocalDate today = at.atZone(zone).toLocalDate();
    // Yesterday first: its hours may reach over midnight.
    for (int day = -1; day <= DAYS_AHEAD; day++) {
      LocalDate date = today.plusDays(day);
      for (Hours hours : week.on(date)) {
        Window window = window(date, hours);
        if (window.from().isBefore(window.to()) && window.to().isAfter(at)) {
          return Optional.of(window);
        }
      }
    }
    return Optional.empty();
  }

  private Window window(LocalDate date, Hours hours) {
    return new Window(
        instant(date.atTime(hours.from())), instant(hours.lastDay(date).atTime(hours.to())));
  }

  /**
   * A local time that a change of the clock skips is the first instant after; one twice, the first.
   */
  private Instant instant(LocalDateTime local) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : ZonedDateTime.ofLocal(local, zone, null).toInstant();
  }

  /** Why the instant is not allowed. */
  String describe(Instant at) {
    ZonedDateTime there = at.atZone(zone);
    return hoursOn(there.toLocalDate())
        + " in "
        + zone
        + "; it is "
        + CLOCK.format(there)
        + " there";
  }

  private String hoursOn(LocalDate date) {
    List<Hours> hours = week.on(date);
    if (!hours.isEmpty()) {
      return hours.stream().map(Hours::toString).collect(Collectors.joining(", "));
    }
    return week.isHoliday(date)
        ? "no hour of the holiday " + date
        : "no hour of a " + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
