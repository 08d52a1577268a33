package dev.campanile.local.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends all that the libraries say to a file: the console is for what the user asked. */
final class QuietLogging {
  /** Then the file begins anew. */
  private static final int LARGEST_FILE = 20 << 20;

  private static final int FILES = 1;

  /** Kept, because the log manager forgets the level of a logger nobody holds. */
  private static final List<Logger> WARNINGS_ONLY =
      List.of(
          Logger.getLogger("org.apache.kafka"),
          Logger.getLogger("kafka"),
          Logger.getLogger("state.change.logger"));

  private QuietLogging() {}

  /** Nothing reaches the console, and nothing else until there is a file. */
  static void toNowhere() {
    LogManager.getLogManager().reset();
  }

  static void toFile(Path file) throws IOException {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$-7s %3$s %5$s%6$s%n");
    LogManager.getLogManager().reset();
    Handler handler = new FileHandler(file.toString(), LARGEST_FILE, FILES, true);
    handler.setFormatter(new SimpleFormatter());
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    root.setLevel(Level.INFO);
    WARNINGS_ONLY.forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
