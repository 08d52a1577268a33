package dev.campanile.local.services;

import dev.campanile.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the platform, the three services and the inbox page, and stops what it started. */
public final class LocalStack {
  private final Terminal terminal;
  private final Folders folders;
  private final Ports ports;
  private final OutsideServers outside;
  private final Providers providers;
  private final Programs programs;
  private final Readiness readiness = new Readiness();
  private RunningStack running;
  private boolean begun;
  private boolean stopped;

  /**
   * @param environment ports, outside servers and where business time begins
   */
  public LocalStack(
      String command, Terminal terminal, Folders folders, Map<String, String> environment) {
    this.terminal = terminal;
    this.folders = folders;
    this.ports = Ports.of(environment);
    this.outside = new OutsideServers(environment);
    this.providers = Providers.of(environment);
    this.programs = new Programs(folders, ports, environment);
    this.running =
        new RunningStack(
            command,
            folders.home().toString(),
            Stream.of(Port.values()).collect(Collectors.toMap(Port::name, ports::of)),
            List.of(),
            false);
  }

  public Ports ports() {
    return ports;
  }

  public Providers providers() {
    return providers;
  }

  /** Whether the environment names servers instead of local ones. */
  public boolean usesOutsideServers() {
    return outside.any();
  }

  /**
   * Starts everything and returns when it is ready.
   *
   * @param fresh whether it begins without data, and leaves nothing for the next start either
   */
  public PlatformAddresses start(boolean fresh) {
    folders.makeReachable();
    try (StartLock _ = StartLock.take(folders)) {
      requireNothingRunning();
      RunningStack.forget(folders);
      ports.requireFree(EnumSet.allOf(Port.class));
      if (fresh) {
        folders.removeData();
      }
      folders.prepare();
      synchronized (this) {
        begun = true;
      }
      PlatformAddresses addresses = startPlatform();
      startServices(addresses, !fresh);
      new SimulatorSettings(addresses.simulators())
          .answersGoTo(ports.url(Port.GATEWAY) + "/v1/callbacks/twilio/inbound");
      running = running.asComplete();
      running.write(folders);
      return addresses;
    }
  }

  /** Refuses when anything that was started here still runs. */
  public void requireNothingRunning() {
    Optional<RunningStack> before = RunningStack.read(folders);
    if (before.isPresent() && before.get().anyAlive()) {
      throw new CannotContinue(
          "Campanile already runs here, started by ./campanile %s. Stop it first: ./campanile down"
              .formatted(before.get().command()));
    }
  }

  private PlatformAddresses startPlatform() {
    try {
      Files.deleteIfExists(folders.readyFile());
      terminal.waitingFor("PostgreSQL, Kafka, mail server and simulators");
      long began = System.nanoTime();
      ProcessStart start = programs.platform();
      readiness.await(start, launch(start), () -> Files.exists(folders.readyFile()));
      terminal.clearPassing();
      terminal.done(
          "%-18s %s   PostgreSQL, Kafka%s%s"
              .formatted(
                  "platform",
                  seconds(began),
                  providers.mail() ? "" : ", mail server",
                  providers.texts() ? "" : ", SMS and chat simulators"));
      return outside.over(PlatformAddresses.read(folders.readyFile()));
    } catch (IOException e) {
      throw new CannotContinue(
          "What the platform says of itself could not be read: %s.".formatted(e), e);
    }
  }

  private void startServices(PlatformAddresses addresses, boolean learning) {
    long began = System.nanoTime();
    Set<String> waiting = new ConcurrentSkipListSet<>();
    List<Callable<String>> waits = new ArrayList<>();
    for (Service service : Service.values()) {
      waits.add(
          wait(
              programs
                  .service(service, addresses)
                  .withJava(AotCache.beside(service.jar(folders.root())).options(learning)),
              () -> readiness.answers(ports.url(service.management()) + "/q/health/ready"),
              ports.url(service.port()),
              waiting));
    }
    waits.add(
        wait(
            programs.inbox(addresses),
            () -> readiness.answers(ports.url(Port.INBOX) + "/inbox/ready"),
            ports.url(Port.INBOX),
            waiting));
    awaitAll(waits, waiting, began);
  }

  private Callable<String> wait(
      ProcessStart start, BooleanSupplier ready, String url, Set<String> waiting) {
    Process process = launch(start);
    waiting.add(start.name());
    return () -> {
      readiness.await(start, process, ready);
      waiting.remove(start.name());
      return "%-18s %%s   %s".formatted(start.name(), url);
    };
  }

  private void awaitAll(List<Callable<String>> waits, Set<String> waiting, long began) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var completions = new ExecutorCompletionService<String>(threads);
      waits.forEach(completions::submit);
      for (int i = 0; i < waits.size(); i++) {
        terminal.waitingFor(String.join(", ", new TreeSet<>(waiting)));
        String ready = completions.take().get();
        terminal.clearPassing();
        terminal.done(ready.formatted(seconds(began)));
      }
    } catch (ExecutionException e) {
      terminal.clearPassing();
      throw e.getCause() instanceof CannotContinue known
          ? known
          : new CannotContinue("A service could not be started: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotContinue("Starting was interrupted.", e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Nothing is started any more once stopping began, so that nothing is left behind. */
  private synchronized Process launch(ProcessStart start) {
    if (stopped) {
      throw new CannotContinue(start.name() + " was not started: everything is being stopped.");
    }
    Process process = start.run(folders.root());
    running = running.with(RunningProcess.of(start.name(), process.toHandle()));
    running.write(folders);
    return process;
  }

  /** Stops what this object started, however far it came. */
  public synchronized void stop() {
    stopped = true;
    // What another launcher started and wrote down is not ours to forget.
    if (!begun) {
      return;
    }
    begun = false;
    new Stopping(terminal).stop(running, folders);
    terminal.line("Everything that was started is stopped again.");
  }

  private static String seconds(long began) {
    return "%5.1f s".formatted(Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
  }
}
