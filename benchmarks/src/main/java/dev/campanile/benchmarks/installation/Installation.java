package dev.campanile.benchmarks.installation;

import dev.campanile.benchmarks.machine.Metered;
import dev.campanile.benchmarks.machine.Metered.OneProcess;
import dev.campanile.benchmarks.machine.Metered.PostgresServer;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.Folders;
import dev.campanile.local.services.JsonApi;
import dev.campanile.local.services.PlatformAddresses;
import dev.campanile.local.services.Port;
import dev.campanile.local.services.Ports;
import dev.campanile.local.services.ProcessStart;
import dev.campanile.local.services.Programs;
import dev.campanile.local.services.Readiness;
import dev.campanile.local.services.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything a benchmark runs against, each in a process of its own, on free ports and without data
 * from before. The services are started as {@code ./campanile up} starts them.
 */
public final class Installation implements AutoCloseable {
  private static final String POSTGRES = "postgres";
  private static final String KAFKA = "kafka";
  private static final String SINK = "sink";

  /** A Saturday morning: at no hour at which a benchmark is run do its mails wait for the day. */
  private static final String BUSINESS_TIME = "2026-11-28T10:00:00Z";

  private static final Duration FOR_A_START = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(20);

  private final Folders folders;
  private final Map<String, String> environment = new HashMap<>(FreePorts.environment());
  private final Ports ports;
  private final Programs programs;
  private final Children children;
  private final Readiness readiness = new Readiness();
  private PlatformAddresses addresses =
      new PlatformAddresses(Map.of(), "", "127.0.0.1", 0, "", "", "", "");

  /**
   * Its processes end with this one, however that ends, short of being killed.
   *
   * @param root the repository
   * @param settings of the services, such as those of the gateway's mail; environment variables
   */
  public Installation(Path root, Map<String, String> settings) {
    this.folders = new Folders(root, root.resolve("target/bench/installation"));
    environment.put("CAMPANILE_CLOCK_START", BUSINESS_TIME);
    environment.putAll(settings);
    this.ports = Ports.of(environment);
    this.programs = new Programs(folders, ports, environment);
    this.children = new Children(root);
    Runtime.getRuntime().addShutdownHook(new Thread(children::stopAll, "ending"));
  }

  /** PostgreSQL, Kafka and the sinks; the services are for later. */
  public void startServers() {
    folders.removeData();
    folders.prepare();
    ProcessStart postgres =
        server(POSTGRES, "--without-kafka").with("--postgres-port", port(Port.POSTGRES));
    ProcessStart kafka = server(KAFKA, "--without-postgres").with("--kafka-port", port(Port.KAFKA));
    Process first = children.start(postgres);
    Process second = children.start(kafka);
    startSink();
    readiness.await(postgres, first, () -> Files.exists(readyFile(POSTGRES)));
    readiness.await(kafka, second, () -> Files.exists(readyFile(KAFKA)));
    String provider = ports.url(Port.SIMULATORS);
    addresses =
        new PlatformAddresses(
            read(POSTGRES).databases(),
            read(KAFKA).kafka(),
            "127.0.0.1",
            ports.of(Port.SMTP),
            provider,
            "AC00000000000000000000000000000001",
            "benchmark-twilio-token",
            provider);
  }

  private ProcessStart server(String name, String without) {
    return programs
        .platform(name, folders.data().resolve(name), readyFile(name))
        .with(without, "--without-smtp", "--without-simulators");
  }

  /** Without Twilio's simulator, whose port the provider's sink has; its control is the inbox's. */
  private void startSink() {
    ProcessStart sink =
        new ProcessStart(
            SINK,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.campanile.benchmarks.sink.Sink",
                port(Port.SMTP),
                port(Port.SIMULATORS),
                port(Port.INBOX)),
            Map.of(),
            programs.log(SINK));
    Process process = children.start(sink);
    readiness.await(sink, process, () -> readiness.answers(ports.url(Port.INBOX) + "/arrivals"));
  }

  /** As {@code up} does, and returns when all are ready. */
  public void startServices() {
    startServices(_ -> List.of());
  }

  /**
   * With more options for each service's Java.
   *
   * @return by service, how many seconds after the first was started it was ready
   */
  public SortedMap<String, Double> startServices(Function<Service, List<String>> javaOptions) {
    Map<Service, Process> started = new EnumMap<>(Service.class);
    long began = System.nanoTime();
    for (Service service : Service.values()) {
      ProcessStart start = programs.service(service, addresses);
      started.put(service, children.start(withOptions(start, javaOptions.apply(service))));
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

  private static ProcessStart withOptions(ProcessStart start, List<String> options) {
    List<String> command = new ArrayList<>(start.command());
    command.addAll(command.indexOf("-jar"), options);
    return new ProcessStart(start.name(), command, start.environment(), start.log());
  }

  /** What each service holds just now. */
  public SortedMap<String, Long> residentMegabytes() {
    SortedMap<String, Long> resident = new TreeMap<>();
    for (Service service : Service.values()) {
      resident.put(service.module(), new OneProcess(children.pid(service.module())).megabytes());
    }
    return resident;
  }

  public void stopServices() {
    children.stop(Stream.of(Service.values()).map(Service::module).toList());
  }

  /** The options of each service's Java. */
  public Map<String, List<String>> serviceOptions() {
    Map<String, List<String>> options = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      List<String> command = programs.service(service, addresses).command();
      options.put(service.module(), command.subList(1, command.indexOf("-jar")));
    }
    return options;
  }

  public Path home() {
    return folders.home();
  }

  public JsonApi api(Service service) {
    return JsonApi.withKey(ports.url(service.port()), service.apiKey());
  }

  /** A figure the service says of itself, summed over its labels. */
  public double metric(Service service, String name) {
    return JsonApi.open(ports.url(service.management()))
        .exchange("GET", "/q/metrics", "text/plain", "", Map.of())
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  public int smtpPort() {
    return ports.of(Port.SMTP);
  }

  public int providerPort() {
    return ports.of(Port.SIMULATORS);
  }

  public SinkControl sink() {
    return new SinkControl(ports.url(Port.INBOX), folders.home());
  }

  public Superuser superuser() {
    return new Superuser(ports.of(Port.POSTGRES));
  }

  public String kafka() {
    return addresses.kafka();
  }

  /** What is measured. */
  public SequencedMap<String, Metered> measured() {
    SequencedMap<String, Metered> measured = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      measured.put(service.module(), new OneProcess(children.pid(service.module())));
    }
    measured.put("Kafka", new OneProcess(children.pid(KAFKA)));
    measured.put(
        "PostgreSQL",
        new PostgresServer(
            folders.data().resolve(POSTGRES).resolve("postgres"), superuser()::writtenBytes));
    return measured;
  }

  /** What does the measuring. */
  public SequencedMap<String, Metered> measuring() {
    SequencedMap<String, Metered> measuring = new LinkedHashMap<>();
    measuring.put("sink", new OneProcess(children.pid(SINK)));
    measuring.put("driver", new OneProcess(ProcessHandle.current().pid()));
    return measuring;
  }

  private String port(Port port) {
    return Integer.toString(ports.of(port));
  }

  private Path readyFile(String name) {
    return folders.home().resolve(name + ".json");
  }

  private PlatformAddresses read(String name) {
    try {
      return PlatformAddresses.read(readyFile(name));
    } catch (IOException e) {
      throw new CannotContinue(
          "What %s says of itself could not be read: %s.".formatted(name, e), e);
    }
  }

  @Override
  public void close() {
    stopServices();
    children.stopAll();
  }
}
