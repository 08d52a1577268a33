package dev.campanile.benchmarks.audience;

import java.util.ArrayList;
import java.util.List;

/** An audience as files to import. */
public final class CsvFiles {
  /** About 5 MB: a body of an import has at most 64. */
  private static final int ROWS = 20_000;

  private static final String HEADER =
      "externalId,firstName,email,locale,country,zone,preferredChannel,emailConsent,consentSource,"
          + "consentAt,trackingConsent,suppressed,trait.part,trait.city,trait.points,trait.basket\n";

  private CsvFiles() {}

  public static List<String> of(Audience audience) {
    List<String> files = new ArrayList<>();
    StringBuilder file = new StringBuilder(HEADER);
    int rows = 0;
    for (Person person : (Iterable<Person>) audience.people()::iterator) {
      append(person, file);
      rows++;
      if (rows % ROWS == 0 || rows == audience.size()) {
        files.add(file.toString());
        file.setLength(HEADER.length());
      }
    }
    return files;
  }

  private static void append(Person person, StringBuilder file) {
    file.append(person.externalId())
        .append(',')
        .append(person.firstName())
        .append(',')
        .append(person.address())
        .append(",en,GB,Europe/London,EMAIL,")
        .append(person.consents() ? "OPTED_IN" : "")
        .append(",web form,2026-01-01T00:00:00Z,")
        .append(person.tracked() ? "yes" : "no")
        .append(',')
        .append(person.suppressed() ? "EMAIL:HARD" : "")
        .append(',')
        .append(person.part())
        .append(',')
        .append(person.city())
        .append(',')
        .append(person.points())
        .append(",\"")
        .append(person.basket())
        .append("\"\n");
  }
}
