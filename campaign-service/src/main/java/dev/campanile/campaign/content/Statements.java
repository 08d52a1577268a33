package dev.campanile.campaign.content;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures a text states, in a form that compares: {@code 5,00 €} and {@code €5} are one amount.
 *
 * @param amounts prices and percentages
 * @param dates days, months and weekdays
 * @param codes what looks like a voucher code
 */
record Statements(Set<String> amounts, Set<String> dates, Set<String> codes) {

  private static final String NUMBER = "\\d+(?:[.,]\\d+)*";
  private static final String CURRENCY = "€|\\$|£|CHF|EUR|USD|GBP|kr|zł";

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:(?:"
              + CURRENCY
              + ")\\s?("
              + NUMBER
              + "))"
              + "|(?:("
              + NUMBER
              + ")\\s?(?:"
              + CURRENCY
              + "))");

  private static final Pattern PERCENTAGE = Pattern.compile("(" + NUMBER + ")\\s?%");

  private static final Pattern NUMERIC_DATE =
      Pattern.compile(
          "\\b\\d{4}-\\d{2}-\\d{2}\\b"
              + "|\\b\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?!\\d)"
              + "|\\b\\d{1,2}\\.\\s?\\d{1,2}\\.(?:\\d{2,4})?(?!\\d)");

  /** A word with letters and digits in capitals, or what follows the word code. */
  private static final Pattern CODE =
      Pattern.compile(
          "\\b(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\\d)([A-Z0-9][A-Z0-9-]{3,})\\b"
              + "|(?iu:\\b(?:code|codice|código|kod|coupon|gutschein(?:code)?)\\b)[\\s:]+([A-Z0-9][A-Z0-9-]{2,})\\b");

  static Statements in(String text, Locale locale) {
    Set<String> amounts = new TreeSet<>();
    AMOUNT.matcher(text).results().forEach(found -> amounts.add(number(firstOf(found))));
    PERCENTAGE.matcher(text).results().forEach(found -> amounts.add(number(firstOf(found)) + " %"));
    Set<String> dates =
        NUMERIC_DATE
            .matcher(withoutAmounts(text))
            .results()
            .map(found -> found.group().replaceAll("[./]$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    dates.addAll(namedDays(text, locale));
    Set<String> codes =
        CODE.matcher(text)
            .results()
            .map(Statements::firstOf)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Statements(amounts, dates, codes);
  }

  private static String withoutAmounts(String text) {
    return PERCENTAGE.matcher(AMOUNT.matcher(text).replaceAll(" ")).replaceAll(" ");
  }

  /** Weekdays, and days of a month, by their names in the text's language. */
  private static Set<String> namedDays(String text, Locale locale) {
    Set<String> days = new TreeSet<>();
    String weekdays =
        alternatives(
            Stream.of(DayOfWeek.values()).map(d -> d.getDisplayName(TextStyle.FULL, locale)));
    collect(Pattern.compile("(?iu)\\b(?:" + weekdays + ")\\b"), text, locale, days);
    String months =
        alternatives(
            Stream.of(Month.values())
                .flatMap(
                    m ->
                        Stream.of(
                            m.getDisplayName(TextStyle.FULL, locale),
                            m.getDisplayName(TextStyle.SHORT, locale))));
    collect(
        Pattern.compile(
            "(?iu)\\b\\d{1,2}\\.?\\s+(?:" + months + ")|(?:" + months + ")\\s+\\d{1,2}\\b"),
        text,
        locale,
        days);
    return days;
  }

  private static void collect(Pattern pattern, String text, Locale locale, Set<String> into) {
    pattern
        .matcher(text)
        .results()
        .forEach(found -> into.add(found.group().toLowerCase(locale).replaceAll("[.\\s]+", " ")));
  }

  private static String alternatives(Stream<String> words) {
    return words.distinct().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  private static String firstOf(MatchResult found) {
    for (int i = 1; i <= found.groupCount(); i++) {
      String group = found.group(i);
      if (group != null) {
        return group;
      }
    }
    return found.group();
  }

  /** {@code 5,00} and {@code 5.0} are 5; {@code 4,50} is 4.5. */
  private static String number(String written) {
    String plain = written.replace(',', '.');
    int cents = plain.lastIndexOf('.');
    if (cents < 0) {
      return plain;
    }
    if (plain.length() - cents - 1 == 3) {
      return plain.replace(".", "");
    }
    String whole = plain.substring(0, cents).replace(".", "");
    String fraction = plain.substring(cents + 1).replaceAll("0+$", "");
    return fraction.isEmpty() ? whole : whole + "." + fraction;
  }
}
