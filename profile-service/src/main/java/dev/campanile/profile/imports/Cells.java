package dev.campanile.profile.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cells of one row by column, and what had to be refused of them so far. */
final class Cells {

  private final Header header;
  private final long row;
  private final List<String> values;
  private final List<Refusal> refusals = new ArrayList<>();

  Cells(Header header, long row, List<String> values) {
    this.header = header;
    this.row = row;
    this.values = values;
  }

  long row() {
    return row;
  }

  /** Null when the column is not there or the cell is blank. */
  @Nullable String get(Column column) {
    Integer position = header.columns().get(column);
    return position == null ? null : at(position);
  }

  /** The cell of a trait's column. */
  @Nullable String at(int position) {
    String value = values.get(position).strip();
    return value.isEmpty() ? null : value;
  }

  /**
   * The cell as a value of some kind; one that is none is refused and counts as blank.
   *
   * @param read throws {@link IllegalArgumentException} or a subclass for what it cannot read
   */
  <T> @Nullable T get(Column column, Function<String, T> read, String otherwise) {
    String value = get(column);
    if (value == null) {
      return null;
    }
    try {
      return read.apply(value);
    } catch (IllegalArgumentException _) {
      refuse(column, value, otherwise);
      return null;
    }
  }

  /** Not this field, but the row. */
  void refuse(Column column, String value, String reason) {
    refusals.add(Refusal.of(row, column, value, reason));
  }

  List<Refusal> refusals() {
    return refusals;
  }
}
