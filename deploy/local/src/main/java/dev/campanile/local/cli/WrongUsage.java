package dev.campanile.local.cli;

/** The command line cannot be understood; the message says how it is meant. */
final class WrongUsage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongUsage(String sentence) {
    super(sentence);
  }
}
