package dev.campanile.gateway.quiethours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hours on days when the clocks change, and hours over midnight. */
class LocalCalendarTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  @Test
  void startsAtTheFirstValidInstantWhenTheClockSkipsTheStart() {
    // On 29 March 2026 Rome goes from 02:00 to 03:00, at 01:00 UTC.
    assertThat(daily("02:30", "05:00", ROME).windowAtOrAfter(Instant.parse("2026-03-28T23:00:00Z")))
        .contains(window("2026-03-29T01:00:00Z", "2026-03-29T03:00:00Z"));
  }

  @Test
  void hasNoWindowOnTheDayTheClockSkipsItWhole() {
    assertThat(daily("02:10", "02:50", ROME).windowAtOrAfter(Instant.parse("2026-03-28T23:00:00Z")))
        .contains(window("2026-03-30T00:10:00Z", "2026-03-30T00:50:00Z"));
  }

  @Test
  void takesTheFirstOfTwoOccurrences() {
    // On 25 October 2026 Rome goes from 03:00 back to 02:00, at 01:00 UTC: 02:30 comes twice.
    LocalCalendar calendar = daily("02:30", "02:45", ROME);

    assertThat(calendar.windowAtOrAfter(Instant.parse("2026-10-25T00:00:00Z")))
        .contains(window("2026-10-25T00:30:00Z", "2026-10-25T00:45:00Z"));
    assertThat(calendar.allows(Instant.parse("2026-10-25T01:30:00Z"))).isFalse();
  }

  @Test
  void startsAtTheFirstOccurrenceAndThenHoldsThroughTheSecond() {
    assertThat(daily("02:30", "05:00", ROME).windowAtOrAfter(Instant.parse("2026-10-25T00:00:00Z")))
        .contains(window("2026-10-25T00:30:00Z", "2026-10-25T04:00:00Z"));
  }

  @Test
  void countsTheHoursAfterMidnightToTheDayTheyStarted() {
    LocalCalendar fridayNight =
        calendar(new Hours(Set.of(DayOfWeek.FRIDAY), time("22:00"), time("02:00")), ROME);

    // 6 March 2026 is a Friday.
    assertThat(fridayNight.allows(Instant.parse("2026-03-06T00:30:00Z"))).isFalse();
    assertThat(fridayNight.allows(Instant.parse("2026-03-06T21:00:00Z"))).isTrue();
    assertThat(fridayNight.allows(Instant.parse("2026-03-07T00:59:59Z"))).isTrue();
    assertThat(fridayNight.allows(Instant.parse("2026-03-07T01:00:00Z"))).isFalse();
    assertThat(fridayNight.allows(Instant.parse("2026-03-07T21:00:00Z"))).isFalse();
  }

  @Test
  void lastsUntilTheEndOfTheDayWhenItEndsAtMidnight() {
    assertThat(daily("18:00", "00:00", ROME).windowAtOrAfter(Instant.parse("2026-03-03T12:00:00Z")))
        .contains(window("2026-03-03T17:00:00Z", "2026-03-03T23:00:00Z"));
  }

  @Test
  void getsOverADayThatAZoneNeverHad() {
    // Samoa had no 30 December 2011.
    assertThat(
            daily("09:00", "20:00", ZoneId.of("Pacific/Apia"))
                .windowAtOrAfter(Instant.parse("2011-12-30T07:00:00Z")))
        .contains(window("2011-12-30T19:00:00Z", "2011-12-31T06:00:00Z"));
  }

  private static LocalCalendar daily(String from, String to, ZoneId zone) {
    return calendar(new Hours(EnumSet.allOf(DayOfWeek.class), time(from), time(to)), zone);
  }

  private static LocalCalendar calendar(Hours hours, ZoneId zone) {
    return new LocalCalendar(new Week("a test", List.of(hours), Set.of(), Set.of()), zone);
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text);
  }

  private static Window window(String from, String to) {
    return new Window(Instant.parse(from), Instant.parse(to));
  }
}
