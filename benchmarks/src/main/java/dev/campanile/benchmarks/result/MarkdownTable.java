package dev.campanile.benchmarks.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table with words in its first column and figures in the others. */
public final class MarkdownTable {
  private final List<String> lines = new ArrayList<>();

  public MarkdownTable(String... headings) {
    row(headings);
    List<String> ruler = new ArrayList<>(Collections.nCopies(headings.length, "---:"));
    ruler.set(0, "---");
    row(ruler.toArray(String[]::new));
  }

  public MarkdownTable row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
    return this;
  }

  /** A name, and its figures. */
  public MarkdownTable row(String name, String[] figures) {
    List<String> cells = new ArrayList<>(List.of(figures));
    cells.addFirst(name);
    return row(cells.toArray(String[]::new));
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }
}
