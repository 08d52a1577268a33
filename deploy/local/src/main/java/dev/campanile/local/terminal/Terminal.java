package dev.campanile.local.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where the launcher's commands write. On a real terminal there are colours and lines that are
 * written over; in a file or a pipe every line stays as it is.
 */
public final class Terminal {
  private static final int DEFAULT_COLUMNS = 100;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean interactive;
  private final boolean colours;
  private final int columns;
  private String passing = "";

  public Terminal(PrintStream out, boolean interactive, boolean colours, int columns) {
    this.out = out;
    this.interactive = interactive;
    this.colours = colours;
    this.columns = columns;
  }

  /** The terminal the launcher says it was called from. */
  public static Terminal ofThisProcess() {
    boolean interactive = Boolean.getBoolean("campanile.terminal");
    boolean colours = interactive && System.getenv("NO_COLOR") == null;
    int columns = Integer.getInteger("campanile.columns", DEFAULT_COLUMNS);
    return new Terminal(
        new PrintStream(System.out, true, StandardCharsets.UTF_8), interactive, colours, columns);
  }

  public boolean interactive() {
    return interactive;
  }

  public int columns() {
    return columns;
  }

  public String styled(Style style, String text) {
    return colours ? style.around(text) : text;
  }

  public synchronized void line(String text) {
    out.println((passing.isEmpty() ? "" : CLEAR_LINE) + text);
    if (!passing.isEmpty()) {
      out.print(passing);
      out.flush();
    }
  }

  public void blank() {
    line("");
  }

  public void done(String text) {
    line("  " + styled(Style.GREEN, "✓") + " " + text);
  }

  public void warning(String text) {
    line("  " + styled(Style.YELLOW, "!") + " " + text);
  }

  public void heading(String text) {
    blank();
    line(styled(Style.BOLD, text));
  }

  /** Shows a line that the next one replaces; only where lines can be written over. */
  synchronized void pass(String text) {
    if (interactive) {
      passing = text.length() < columns ? text : text.substring(0, columns - 1);
      out.print(CLEAR_LINE + passing);
      out.flush();
    }
  }

  /** Takes the passing line away. */
  public synchronized void clearPassing() {
    if (!passing.isEmpty()) {
      passing = "";
      out.print(CLEAR_LINE);
      out.flush();
    }
  }

  /** Says what is being waited for, until something else is said. */
  public void waitingFor(String what) {
    pass("  … " + what);
  }
}
