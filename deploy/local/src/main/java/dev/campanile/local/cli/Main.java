package dev.campanile.local.cli;

import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.Folders;
import dev.campanile.local.terminal.Style;
import dev.campanile.local.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The part of {@code ./campanile} that is not about finding Java and building. */
public final class Main {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.ENGLISH);
    Terminal terminal = Terminal.ofThisProcess();
    Ending ending = Ending.ofThisProcess();
    System.exit(run(List.of(args), terminal, ending));
  }

  private static int run(List<String> args, Terminal terminal, Ending ending) {
    try {
      return command(args, terminal, ending);
    } catch (WrongUsage e) {
      System.err.println(e.getMessage());
      return WRONG_USAGE;
    } catch (CannotContinue e) {
      ending.hushWhenUnderWay();
      terminal.clearPassing();
      System.err.println(terminal.styled(Style.RED, e.sentence()));
      return FAILED;
    } catch (RuntimeException e) {
      ending.hushWhenUnderWay();
      terminal.clearPassing();
      throw e;
    }
  }

  private static int command(List<String> args, Terminal terminal, Ending ending) {
    if (args.isEmpty()) {
      throw new WrongUsage("Which command? ./campanile --help lists them.");
    }
    Path root = Path.of(System.getProperty("campanile.root", "."));
    List<String> rest = args.subList(1, args.size());
    return switch (args.getFirst()) {
      case "up" -> new Up(terminal, ending, Folders.ofUp(root)).run(rest);
      case "down" -> new Down(terminal, root).run(rest);
      case "status" -> new Status(terminal, Folders.ofUp(root)).run(rest);
      case "logs" -> new Logs(terminal, Folders.ofUp(root)).run(rest);
      case "demo" -> new DemoCommand(terminal, ending, Folders.ofDemo(root)).run(rest);
      default ->
          throw new WrongUsage(
              "Campanile has no command \"%s\". ./campanile --help lists those there are."
                  .formatted(args.getFirst()));
    };
  }
}
