package dev.campanile.profile.imports;

import static java.util.Objects.requireNonNull;

import dev.campanile.profile.address.Masked;

/**
 * Something of a file that was not taken.
 *
 * @param row as a spreadsheet counts: the header is row 1
 * @param value masked where it is personal, cut where it is long
 * @param reason says what was done instead, and how to mend it
 */
record Refusal(long row, String field, String value, String reason) {

  private static final int LONGEST_VALUE = 60;

  Refusal {
    requireNonNull(field);
    requireNonNull(value);
    requireNonNull(reason);
  }

  static Refusal of(long row, Column column, String value, String reason) {
    String shown =
        column.isPersonal()
            ? Masked.of(value)
            : value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    return new Refusal(row, column.title(), shown, reason);
  }

  /** Of no column. */
  static Refusal ofRow(long row, String reason) {
    return new Refusal(row, "", "", reason);
  }
}
