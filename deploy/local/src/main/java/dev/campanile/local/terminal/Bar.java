package dev.campanile.local.terminal;

/**
 * A bar that fills. On a terminal it is drawn over and over; elsewhere each fifth of the way is a
 * line of its own.
 */
public final class Bar implements AutoCloseable {
  private static final int WIDTH = 28;
  private static final int PLAIN_STEPS = 5;

  private final Terminal terminal;
  private final String label;
  private int plainStep;

  public Bar(Terminal terminal, String label) {
    this.terminal = terminal;
    this.label = label;
  }

  /**
   * @param total what is to be reached; 0 while that is not known
   */
  public void show(long count, long total, String note) {
    if (terminal.interactive()) {
      terminal.pass("  " + label + "  " + drawn(count, total) + "  " + words(count, total, note));
      return;
    }
    int step = total == 0 ? 0 : (int) (PLAIN_STEPS * Math.min(count, total) / total);
    if (step > plainStep) {
      plainStep = step;
      terminal.line("    " + label + "  " + words(count, total, note));
    }
  }

  static String drawn(long count, long total) {
    int filled = total == 0 ? 0 : (int) (WIDTH * Math.min(count, total) / total);
    return "█".repeat(filled) + "░".repeat(WIDTH - filled);
  }

  private static String words(long count, long total, String note) {
    String progress = total == 0 ? "%,d".formatted(count) : "%,d of %,d".formatted(count, total);
    return note.isEmpty() ? progress : progress + "  " + note;
  }

  @Override
  public void close() {
    terminal.clearPassing();
  }
}
