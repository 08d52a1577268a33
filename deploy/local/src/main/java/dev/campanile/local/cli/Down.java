package dev.campanile.local.cli;

import dev.campanile.local.services.Folders;
import dev.campanile.local.services.RunningStack;
import dev.campanile.local.services.Stopping;
import dev.campanile.local.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stops what runs. */
final class Down {
  private final Terminal terminal;
  private final Path root;

  Down(Terminal terminal, Path root) {
    this.terminal = terminal;
    this.root = root;
  }

  int run(List<String> args) {
    Arguments arguments = Arguments.parse("down", args, Set.of("--wipe"), false);
    Folders folders = Folders.ofUp(root);
    Optional<RunningStack> running = RunningStack.read(folders);
    boolean anyAlive = running.isPresent() && running.get().anyAlive();
    running.ifPresent(stack -> new Stopping(terminal).stop(stack, folders));
    terminal.line(anyAlive ? "Campanile is stopped." : "Nothing of Campanile runs here.");
    if (arguments.has("--wipe")) {
      folders.removeData();
      Folders.ofDemo(root).removeData();
      terminal.line("Its data is removed.");
    }
    return 0;
  }
}
