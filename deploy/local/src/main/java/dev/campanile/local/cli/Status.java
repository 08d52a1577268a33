package dev.campanile.local.cli;

import dev.campanile.local.services.Folders;
import dev.campanile.local.services.RunningProcess;
import dev.campanile.local.services.RunningStack;
import dev.campanile.local.terminal.Style;
import dev.campanile.local.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what runs, and where. */
final class Status {
  private static final int NOT_RUNNING = 3;

  private final Terminal terminal;
  private final Folders folders;

  Status(Terminal terminal, Folders folders) {
    this.terminal = terminal;
    this.folders = folders;
  }

  int run(List<String> args) {
    Arguments arguments = Arguments.parse("status", args, Set.of("--json"), false);
    Optional<RunningStack> found = RunningStack.read(folders).filter(RunningStack::anyAlive);
    if (arguments.has("--json")) {
      terminal.line(StatusJson.of(found).toPrettyString());
    } else if (found.isEmpty()) {
      terminal.line(
          "Nothing of Campanile runs here. ./campanile up or ./campanile demo starts it.");
    } else {
      print(found.get());
    }
    return found.isPresent() && found.get().allAlive() ? 0 : NOT_RUNNING;
  }

  private void print(RunningStack stack) {
    terminal.line(
        stack.allAlive()
            ? "Campanile runs, started by ./campanile %s.".formatted(stack.command())
            : "Only a part of Campanile runs. ./campanile down stops it.");
    terminal.blank();
    for (RunningProcess process : stack.processes()) {
      String state =
          process.alive()
              ? terminal.styled(Style.GREEN, "runs ")
              : terminal.styled(Style.RED, "ended");
      terminal.line("  %-17s %s   pid %d".formatted(process.name(), state, process.pid()));
    }
    Addresses.print(stack, terminal);
  }
}
