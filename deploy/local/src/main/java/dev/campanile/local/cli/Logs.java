package dev.campanile.local.cli;

import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.Folders;
import dev.campanile.local.services.RunningStack;
import dev.campanile.local.terminal.Style;
import dev.campanile.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Shows the last lines of the logs, and goes on with what is added. */
final class Logs {
  private static final String FOLLOW = "-f";
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Terminal terminal;
  private final Folders folders;

  Logs(Terminal terminal, Folders folders) {
    this.terminal = terminal;
    this.folders = folders;
  }

  int run(List<String> args) {
    Arguments arguments = Arguments.parse("logs", args, Set.of(FOLLOW), true);
    List<LogFile> logs = logs(arguments);
    do {
      for (LogFile log : logs) {
        for (String line : read(log)) {
          String name = terminal.styled(Style.CYAN, "%-8s".formatted(log.name()));
          terminal.line(logs.size() == 1 ? line : name + " " + line);
        }
      }
    } while (arguments.has(FOLLOW) && paused());
    return 0;
  }

  private List<LogFile> logs(Arguments arguments) {
    List<String> names = new ArrayList<>();
    Path folder = folder();
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".log"))
          .map(name -> name.substring(0, name.length() - ".log".length()))
          .sorted()
          .forEach(names::add);
    } catch (IOException e) {
      throw new CannotContinue("The logs in %s cannot be read: %s.".formatted(folder, e), e);
    }
    if (names.isEmpty()) {
      throw new CannotContinue("There are no logs yet: nothing was started here.");
    }
    if (arguments.word().isPresent()) {
      String wanted = arguments.word().get();
      if (!names.contains(wanted)) {
        throw new WrongUsage(
            "There is no log \"%s\". There are: %s.".formatted(wanted, String.join(", ", names)));
      }
      names = List.of(wanted);
    }
    return names.stream().map(name -> new LogFile(name, folder.resolve(name + ".log"))).toList();
  }

  /** Those of what runs; else those of the last {@code up}. */
  private Path folder() {
    return RunningStack.read(folders)
        .map(stack -> Path.of(stack.home(), "logs"))
        .orElse(folders.logs());
  }

  private static List<String> read(LogFile log) {
    try {
      return log.next();
    } catch (IOException e) {
      throw new CannotContinue("The log of %s cannot be read: %s.".formatted(log.name(), e), e);
    }
  }

  private static boolean paused() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
