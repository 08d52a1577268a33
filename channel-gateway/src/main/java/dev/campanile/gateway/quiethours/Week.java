package dev.campanile.gateway.quiethours;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The hours of a country, or everywhere's.
 *
 * @param basis why these hours: a law, a rule of carriers, or mere caution
 * @param hours by day of the week; a day without any is silent
 * @param closedOn holidays with a fixed date
 * @param closedDaysAfterEaster holidays that move with Easter Sunday, such as 1 for Easter Monday
 */
record Week(
    String basis, List<Hours> hours, Set<MonthDay> closedOn, Set<Integer> closedDaysAfterEaster) {

  Week {
    if (basis.isBlank()) {
      throw new IllegalArgumentException("hours need their basis");
    }
    hours = hours.stream().sorted(Comparator.comparing(Hours::from)).toList();
    closedOn = Set.copyOf(closedOn);
    closedDaysAfterEaster = Set.copyOf(closedDaysAfterEaster);
  }

  /** In the order they start. */
  List<Hours> on(LocalDate day) {
    if (isHoliday(day)) {
      return List.of();
    }
    return hours.stream().filter(it -> it.days().contains(day.getDayOfWeek())).toList();
  }

  boolean isHoliday(LocalDate day) {
    return closedOn.contains(MonthDay.from(day))
        || closedDaysAfterEaster.stream()
            .anyMatch(after -> Easter.sundayOf(day.getYear()).plusDays(after).equals(day));
  }
}
