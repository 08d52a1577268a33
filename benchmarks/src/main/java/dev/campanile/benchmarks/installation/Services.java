package dev.campanile.benchmarks.installation;

import dev.campanile.benchmarks.machine.Metered.OneProcess;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.PlatformAddresses;
import dev.campanile.local.services.Ports;
import dev.campanile.local.services.ProcessStart;
import dev.campanile.local.services.Programs;
import dev.campanile.local.services.Readiness;
import dev.campanile.local.services.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/** The three packaged services, started as {@code ./campanile up} starts them. */
final class Services {
  private static final Duration FOR_A_START = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Programs programs;
  private final Ports ports;
  private final Children children;
  private final ServiceSettings settings;
  private final Readiness readiness = new Readiness();

  Services(Programs programs, Ports ports, Children children, ServiceSettings settings) {
    this.programs = programs;
    this.ports = ports;
    this.children = children;
    this.settings = settings;
  }

  /**
   * Starts them together, with more options for each one's Java.
   *
   * @return by service, how many seconds after the first was started it was ready
   */
  SortedMap<String, Double> start(
      PlatformAddresses addresses, Function<Service, List<String>> javaOptions) {
    Map<Service, Process> started = new EnumMap<>(Service.class);
    long began = System.nanoTime();
    for (Service service : Service.values()) {
      started.put(service, children.start(program(service, addresses, javaOptions.apply(service))));
    }
    SortedMap<String, Double> ready = new ConcurrentSkipListMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> waits = new ArrayList<>();
      started.forEach(
          (service, process) ->
              waits.add(
                  threads.submit(
                      () -> {
                        awaitReady(service, process);
                        ready.put(service.module(), (System.nanoTime() - began) / 1e9);
                      })));
      for (Future<?> wait : waits) {
        wait.get();
      }
      return ready;
    } catch (ExecutionException e) {
      throw new CannotContinue("A service did not start: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotContinue("Starting was interrupted.", e);
    }
  }

  private ProcessStart program(
      Service service, PlatformAddresses addresses, List<String> javaOptions) {
    ProcessStart start = programs.service(service, addresses).withJava(javaOptions);
    Map<String, String> environment = new HashMap<>(start.environment());
    environment.putAll(settings.of(service));
    return new ProcessStart(start.name(), start.command(), environment, start.log());
  }

  private void awaitReady(Service service, Process process) {
    String url = ports.url(service.management()) + "/q/health/ready";
    Patience.await(
        service.module() + " is ready",
        FOR_A_START,
        LOOK,
        () -> {
          if (!process.isAlive()) {
            throw new CannotContinue(
                service.module() + " ended; see " + programs.log(service.key()));
          }
          return readiness.answers(url);
        });
  }

  void stop() {
    children.stop(Stream.of(Service.values()).map(Service::module).toList());
  }

  SequencedMap<String, OneProcess> processes() {
    SequencedMap<String, OneProcess> processes = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      processes.put(service.module(), new OneProcess(children.pid(service.module())));
    }
    return processes;
  }

  /** Of each one's Java. */
  Map<String, List<String>> options(PlatformAddresses addresses) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      List<String> command = programs.service(service, addresses).command();
      options.put(service.module(), command.subList(1, command.indexOf("-jar")));
    }
    return options;
  }
}
