package dev.campanile.benchmarks.installation;

import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.ProcessStart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;

/** The processes of a benchmark, by name, in the order they were started. */
final class Children {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final SequencedMap<String, Process> running = new LinkedHashMap<>();
  private boolean ending;

  Children(Path folder) {
    this.folder = folder;
  }

  synchronized Process start(ProcessStart start) {
    if (ending) {
      throw new CannotContinue(start.name() + " was not started: everything is being stopped.");
    }
    Process process = start.run(folder);
    running.put(start.name(), process);
    return process;
  }

  synchronized long pid(String name) {
    Process process = running.get(name);
    if (process == null) {
      throw new IllegalStateException(name + " does not run");
    }
    return process.pid();
  }

  /** Asks all of them to end, then waits for each. */
  synchronized void stop(List<String> names) {
    List<Process> asked = names.stream().filter(running::containsKey).map(running::remove).toList();
    asked.forEach(Process::destroy);
    asked.forEach(Children::awaitEnd);
  }

  /** One after the other, the last one first; nothing is started any more. */
  synchronized void stopAll() {
    ending = true;
    for (String name : List.copyOf(running.sequencedKeySet().reversed())) {
      stop(List.of(name));
    }
  }

  private static void awaitEnd(Process process) {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
