package dev.campanile.benchmarks.installation;

import dev.campanile.benchmarks.machine.Metered;
import dev.campanile.benchmarks.machine.Metered.OneProcess;
import dev.campanile.local.services.Folders;
import dev.campanile.local.services.JsonApi;
import dev.campanile.local.services.PlatformAddresses;
import dev.campanile.local.services.Port;
import dev.campanile.local.services.Ports;
import dev.campanile.local.services.Programs;
import dev.campanile.local.services.Service;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything a benchmark runs against, each in a process of its own, on free ports and without data
 * from before.
 */
public final class Installation implements AutoCloseable {
  /** A Saturday morning: at no hour at which a benchmark is run do its mails wait for the day. */
  private static final String BUSINESS_TIME = "2026-11-28T10:00:00Z";

  private final Folders folders;
  private final Ports ports;
  private final Children children;
  private final Servers servers;
  private final Services services;
  private PlatformAddresses addresses =
      new PlatformAddresses(Map.of(), "", "127.0.0.1", 0, "", "", "", "");

  /**
   * Its processes end with this one, however that ends, short of being killed.
   *
   * @param root the repository
   */
  public Installation(Path root, ServiceSettings settings) {
    Map<String, String> environment = new HashMap<>(FreePorts.environment());
    environment.put("CAMPANILE_CLOCK_START", BUSINESS_TIME);
    folders = new Folders(root, root.resolve("target/bench/installation"));
    ports = Ports.of(environment);
    children = new Children(root);
    Programs programs = new Programs(folders, ports, environment);
    servers = new Servers(folders, programs, ports, children);
    services = new Services(programs, ports, children, settings);
    Runtime.getRuntime().addShutdownHook(new Thread(children::stopAll, "ending"));
  }

  /** PostgreSQL, Kafka and the sinks; the services are for later. */
  public void startServers() {
    addresses = servers.start();
  }

  /** As {@code ./campanile up} does, and returns when all are ready. */
  public void startServices() {
    startServices(_ -> List.of());
  }

  /**
   * With more options for each service's Java.
   *
   * @return by service, how many seconds after the first was started it was ready
   */
  public SortedMap<String, Double> startServices(Function<Service, List<String>> javaOptions) {
    return services.start(addresses, javaOptions);
  }

  public void stopServices() {
    services.stop();
  }

  /** What each service holds just now. */
  public SortedMap<String, Long> residentMegabytes() {
    SortedMap<String, Long> resident = new TreeMap<>();
    services.processes().forEach((name, process) -> resident.put(name, process.megabytes()));
    return resident;
  }

  /** The options of each service's Java, as {@code ./campanile up} has them. */
  public Map<String, List<String>> serviceOptions() {
    return services.options(addresses);
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
    return new SinkControl(ports.url(Servers.SINK_CONTROL), folders.home());
  }

  public Superuser superuser() {
    return new Superuser(ports.of(Port.POSTGRES));
  }

  public String kafka() {
    return addresses.kafka();
  }

  /** What is measured. */
  public SequencedMap<String, Metered> measured() {
    SequencedMap<String, Metered> measured = new LinkedHashMap<>(services.processes());
    measured.put("Kafka", servers.kafka());
    measured.put("PostgreSQL", servers.postgres(superuser()));
    return measured;
  }

  /** What does the measuring. */
  public SequencedMap<String, Metered> measuring() {
    SequencedMap<String, Metered> measuring = new LinkedHashMap<>();
    measuring.put("sink", servers.sink());
    measuring.put("driver", new OneProcess(ProcessHandle.current().pid()));
    return measuring;
  }

  @Override
  public void close() {
    stopServices();
    children.stopAll();
  }
}
