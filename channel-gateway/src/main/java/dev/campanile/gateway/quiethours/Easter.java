package dev.campanile.gateway.quiethours;

import java.time.LocalDate;

/** The date many holidays move with. */
final class Easter {

  private Easter() {}

  /** The Gregorian rule: the Sunday after the first ecclesiastical full moon of spring. */
  static LocalDate sundayOf(int year) {
    int golden = year % 19;
    int century = year / 100;
    int leapCorrection = century / 4;
    int moonCorrection = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - leapCorrection - moonCorrection + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
    int lateMoon = (golden + 11 * epact + 22 * weekday) / 451;
    int days = epact + weekday - 7 * lateMoon + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
