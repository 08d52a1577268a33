package dev.campanile.local.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows under a heading; the first column is words, the others are right-aligned. */
public final class Table {
  private static final String GAP = "   ";

  private final List<String> headings;
  private final List<Row> rows = new ArrayList<>();

  public Table(String... headings) {
    this.headings = List.of(headings);
  }

  public Table row(String... cells) {
    rows.add(new Row(List.of(cells), Kind.CELLS));
    return this;
  }

  /** A row that stands out: a sum. */
  public Table total(String... cells) {
    rows.add(new Row(List.of(cells), Kind.TOTAL));
    return this;
  }

  public Table rule() {
    rows.add(new Row(List.of(), Kind.RULE));
    return this;
  }

  public List<String> lines(Terminal terminal) {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    lines.add(terminal.styled(Style.BOLD, line(headings, widths)));
    lines.add(ruler(widths));
    for (Row row : rows) {
      lines.add(
          switch (row.kind()) {
            case CELLS -> line(row.cells(), widths);
            case TOTAL -> terminal.styled(Style.BOLD, line(row.cells(), widths));
            case RULE -> ruler(widths);
          });
    }
    return lines;
  }

  private int[] widths() {
    int[] widths = new int[headings.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = width(headings.get(column));
      for (Row row : rows) {
        if (column < row.cells().size()) {
          widths[column] = Math.max(widths[column], width(row.cells().get(column)));
        }
      }
    }
    return widths;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(widths[column] - width(cell));
      line.append(column == 0 ? cell + padding : GAP + padding + cell);
    }
    return line.toString().stripTrailing();
  }

  private static String ruler(int[] widths) {
    int total = GAP.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    return "─".repeat(total);
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private enum Kind {
    CELLS,
    TOTAL,
    RULE
  }

  private record Row(List<String> cells, Kind kind) {}
}
