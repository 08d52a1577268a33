package dev.campanile.profile.imports;

import java.util.Arrays;
import java.util.Locale;

/** Reads cells that hold one of few words. */
final class Enums {

  private Enums() {}

  /** A word that is none makes the row unusable: what was meant is anybody's guess. */
  static <E extends Enum<E>> E read(Class<E> type, Cells cells, Column column) {
    String value = cells.get(column);
    return read(type, cells, column, value == null ? "" : value);
  }

  static <E extends Enum<E>> E read(Class<E> type, Cells cells, Column column, String word) {
    String wanted = word.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableRow(
                    Refusal.of(
                        cells.row(),
                        column,
                        word,
                        "is not one of %s; the row was not imported"
                            .formatted(Arrays.toString(type.getEnumConstants())))));
  }
}
