package dev.campanile.local.cli;

import dev.campanile.local.services.Folders;
import dev.campanile.local.services.LocalStack;
import dev.campanile.local.services.RunningStack;
import dev.campanile.local.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Starts everything and leaves it running. */
final class Up {
  private final Terminal terminal;
  private final Ending ending;
  private final Folders folders;

  Up(Terminal terminal, Ending ending, Folders folders) {
    this.terminal = terminal;
    this.ending = ending;
    this.folders = folders;
  }

  int run(List<String> args) {
    Arguments.parse("up", args, Set.of(), false);
    Optional<RunningStack> before = RunningStack.read(folders);
    if (before.isPresent() && before.get().allAlive()) {
      terminal.line("Campanile already runs. ./campanile down stops it.");
      Addresses.print(before.get(), terminal);
      return 0;
    }
    LocalStack stack = new LocalStack("up", terminal, folders, System.getenv());
    stack.requireNothingRunning();
    ending.before(stack::stop);
    terminal.heading("Starting Campanile");
    stack.start(false);
    ending.nothingMore();
    RunningStack.read(folders).ifPresent(running -> Addresses.print(running, terminal));
    terminal.blank();
    terminal.line("It goes on running. ./campanile logs -f follows it, ./campanile down stops it.");
    return 0;
  }
}
