package dev.campanile.local.services;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a process of the platform is started: on its own, with its output in a log. */
public record ProcessStart(
    String name, List<String> command, Map<String, String> environment, Path log) {

  /** Ctrl-C and a closed terminal are for the launcher, which ends its processes in their order. */
  private static final String ON_ITS_OWN = "trap '' HUP INT; exec \"$@\"";

  /** The same with more options behind. */
  public ProcessStart with(String... options) {
    List<String> more = new ArrayList<>(command);
    more.addAll(List.of(options));
    return new ProcessStart(name, more, environment, log);
  }

  /** The same with more options for its Java, which runs a jar. */
  public ProcessStart withJava(List<String> options) {
    List<String> more = new ArrayList<>(command);
    more.addAll(command.indexOf("-jar"), options);
    return new ProcessStart(name, more, environment, log);
  }

  public Process run(Path folder) {
    List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", ON_ITS_OWN, "campanile-" + name));
    shell.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(shell)
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(ProcessStart::wouldLeakIn);
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new CannotContinue("%s could not be started: %s.".formatted(name, e.getMessage()), e);
    }
  }

  /** What a developer's shell may hold must not change what is started here. */
  private static boolean wouldLeakIn(String variable) {
    return variable.startsWith("QUARKUS_")
        || variable.startsWith("CAMPANILE_")
        || variable.startsWith("KAFKA_")
        || variable.equals("JAVA_TOOL_OPTIONS");
  }
}
