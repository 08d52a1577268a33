package dev.campanile.local.services;

import dev.campanile.local.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Ends processes in the order that loses nothing: services together, then what they stand on. */
public final class Stopping {
  /** A service has 20 seconds for what it is doing; writing its AOT cache comes after. */
  private static final Duration FOR_SERVICES = Duration.ofSeconds(60);

  /** It stops its servers in their order, and one that is still starting it starts to the end. */
  private static final Duration FOR_THE_PLATFORM = Duration.ofSeconds(60);

  private final Terminal terminal;

  public Stopping(Terminal terminal) {
    this.terminal = terminal;
  }

  public void stop(RunningStack stack, Folders folders) {
    List<RunningProcess> alive = stack.processes().stream().filter(RunningProcess::alive).toList();
    if (!alive.isEmpty()) {
      terminal.waitingFor("stopping");
      together(alive.stream().filter(process -> !isPlatform(process)).toList(), FOR_SERVICES);
      together(alive.stream().filter(Stopping::isPlatform).toList(), FOR_THE_PLATFORM);
      terminal.clearPassing();
    }
    RunningStack.forget(folders);
  }

  private static boolean isPlatform(RunningProcess process) {
    return process.name().equals(Programs.PLATFORM);
  }

  private static void together(List<RunningProcess> processes, Duration patience) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      processes.forEach(process -> threads.submit(() -> process.stop(patience)));
    }
  }
}
