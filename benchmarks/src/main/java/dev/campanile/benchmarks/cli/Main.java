package dev.campanile.benchmarks.cli;

import dev.campanile.benchmarks.broadcast.BroadcastBenchmark;
import dev.campanile.benchmarks.coldstart.ColdStartBenchmark;
import dev.campanile.benchmarks.sinks.SinksBenchmark;
import dev.campanile.benchmarks.transactional.TransactionalBenchmark;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.Folders;
import dev.campanile.local.services.RunningStack;
import dev.campanile.local.terminal.Style;
import dev.campanile.local.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs benchmarks. It ends with 1 when one was void or found something wrong. */
public final class Main {
  private static final List<String> ALL =
      List.of("sinks", "broadcast", "transactional", "cold-start");
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  /** Kept, because the log manager forgets the level of a logger nobody holds. */
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  private final Terminal terminal;
  private final Path root;

  private Main(Terminal terminal, Path root) {
    this.terminal = terminal;
    this.root = root;
  }

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ENGLISH);
    KAFKA.setLevel(Level.SEVERE);
    Terminal terminal = Terminal.ofThisProcess();
    Path root = Path.of(System.getProperty("campanile.root", ".")).toAbsolutePath().normalize();
    System.exit(new Main(terminal, root).run(List.of(arguments)));
  }

  private int run(List<String> arguments) {
    try {
      return run(Options.parse(arguments)) ? 0 : FAILED;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return WRONG_USAGE;
    } catch (CannotContinue e) {
      terminal.clearPassing();
      System.err.println(terminal.styled(Style.RED, e.sentence()));
      return FAILED;
    }
  }

  private boolean run(Options options) {
    requireAlone();
    List<String> names = options.benchmark().equals("all") ? ALL : List.of(options.benchmark());
    if (!ALL.containsAll(names)) {
      throw new IllegalArgumentException(
          "Which benchmark? ./campanile bench " + String.join(", ", ALL) + " or all.");
    }
    boolean good = true;
    for (String name : names) {
      good &= run(name, options);
    }
    return good;
  }

  private boolean run(String name, Options options) {
    return switch (name) {
      case "broadcast" ->
          new BroadcastBenchmark(
                  terminal, root, options.quick(), options.recipients(), options.repetitions())
              .run();
      case "sinks" -> new SinksBenchmark(terminal, root, options.quick()).run();
      case "transactional" -> new TransactionalBenchmark(terminal, root, options.quick()).run();
      case "cold-start" ->
          new ColdStartBenchmark(terminal, root, options.quick(), options.repetitions()).run();
      default -> throw new IllegalStateException("not offered: " + name);
    };
  }

  /** What else runs here would be measured too. */
  private void requireAlone() {
    if (RunningStack.read(Folders.ofUp(root)).filter(RunningStack::anyAlive).isPresent()) {
      throw new CannotContinue(
          "Campanile runs here, and would take its share of the machine. Stop it first:"
              + " ./campanile down");
    }
  }
}
