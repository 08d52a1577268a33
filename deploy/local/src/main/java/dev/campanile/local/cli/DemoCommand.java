package dev.campanile.local.cli;

import dev.campanile.local.demo.Demo;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.Folders;
import dev.campanile.local.services.LocalStack;
import dev.campanile.local.services.Programs;
import dev.campanile.local.terminal.Terminal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows the whole of it, with a thousand invented customers. */
final class DemoCommand {
  private static final String KEEP = "--keep";

  private final Terminal terminal;
  private final Ending ending;
  private final Folders folders;

  DemoCommand(Terminal terminal, Ending ending, Folders folders) {
    this.terminal = terminal;
    this.ending = ending;
    this.folders = folders;
  }

  int run(List<String> args) {
    Arguments arguments = Arguments.parse("demo", args, Set.of(KEEP), false);
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("CAMPANILE_CLOCK_START", Demo.BEGINS_AT.toString());
    // It is over before the thorough compiler has paid for itself.
    environment.putIfAbsent(Programs.JAVA_OPTIONS, "-XX:TieredStopAtLevel=1");
    LocalStack stack = new LocalStack("demo", terminal, folders, environment);
    if (stack.usesOutsideServers()) {
      throw new CannotContinue(
          "The demo begins with empty databases of its own, and the environment names servers that"
              + " are not: unset CAMPANILE_POSTGRES_URL_… and CAMPANILE_KAFKA_BOOTSTRAP_SERVERS, or use"
              + " ./campanile up.");
    }
    stack.requireNothingRunning();
    ending.before(stack::stop);
    boolean good = new Demo(terminal, folders, stack, arguments.has(KEEP)).run();
    if (arguments.has(KEEP)) {
      ending.nothingMore();
    } else {
      stack.stop();
      ending.nothingMore();
    }
    return good ? 0 : 1;
  }
}
