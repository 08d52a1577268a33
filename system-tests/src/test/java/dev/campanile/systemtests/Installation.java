package dev.campanile.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The local platform and the three packaged services, each a process, on free ports and with data
 * of their own. Business time begins on a Saturday morning, as in the demo, and goes on when a
 * service is started again.
 */
final class Installation implements AutoCloseable {

  static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  private final Path root = repository();
  private final Path folder;
  private final Platform platform;
  private final long began = System.nanoTime();
  private final Map<Service, Replica> first = new EnumMap<>(Service.class);
  private final Map<String, String> settings;
  private final List<Replica> second = new ArrayList<>();

  private Installation(Set<Service> services, Map<String, String> settings) throws IOException {
    this.settings = Map.copyOf(settings);
    folder = Files.createTempDirectory("campanile-system-test-");
    platform = new Platform(root, folder);
    for (Service service : services) {
      first.put(service, new Replica(service, service.module(), root, folder));
    }
  }

  /** Starts everything and waits until it is ready. */
  static Installation start() {
    return start(EnumSet.allOf(Service.class), Map.of());
  }

  /**
   * Starts some of the services; the test stands in for the others.
   *
   * @param settings of each of them, besides those of an installation
   */
  static Installation start(Set<Service> services, Map<String, String> settings) {
    try {
      Installation installation = new Installation(services, settings);
      try {
        installation.platform.start();
        installation.first.values().forEach(installation::launch);
        installation.first.values().forEach(Replica::awaitReady);
        if (services.contains(Service.GATEWAY)) {
          installation.directInbound();
        }
        return installation;
      } catch (RuntimeException | Error e) {
        installation.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Api profile() {
    return replica(Service.PROFILE).api();
  }

  Api campaign() {
    return replica(Service.CAMPAIGN).api();
  }

  Api gateway() {
    return replica(Service.GATEWAY).api();
  }

  Api simulators() {
    return new Api(platform.outside().at("/simulators/baseUrl").asText(), "");
  }

  Path folder() {
    return folder;
  }

  Platform platform() {
    return platform;
  }

  String kafka() {
    return platform.kafka();
  }

  JsonNode database(Service service) {
    return platform.postgres().at("/databases/" + service.database());
  }

  String twilioToken() {
    return platform.outside().at("/twilio/authToken").asText();
  }

  Path demoFile(String name) {
    return root.resolve("deploy/local/demo").resolve(name);
  }

  String url(Service service) {
    return replica(service).url();
  }

  /** The process that the service's address leads to. */
  Replica replica(Service service) {
    Replica replica = first.get(service);
    if (replica == null) {
      throw new IllegalStateException(service + " was never started");
    }
    return replica;
  }

  /** {@code kill -9}: no shutdown hook runs. */
  void kill(Service service) {
    replica(service).process().kill();
  }

  void restart(Service service) {
    launch(replica(service));
    replica(service).awaitReady();
  }

  /** A second process of every service, beside the first. */
  List<Replica> addReplicas() {
    for (Service service : Service.values()) {
      second.add(new Replica(service, service.module() + "-2", root, folder));
    }
    second.forEach(this::launch);
    second.forEach(Replica::awaitReady);
    return List.copyOf(second);
  }

  /** From now on the service's address leads to this process, as when a load balancer turns. */
  void leadsTo(Replica replica) {
    first.put(replica.service(), replica);
  }

  /** Processor time used so far. */
  Map<String, Duration> cpu() {
    Map<String, Duration> cpu = new TreeMap<>();
    processes().forEach((name, process) -> cpu.put(name, Usage.cpu(process.handle())));
    return cpu;
  }

  /** Resident memory of each Java process. */
  Map<String, Long> memoryInMegabytes() {
    Map<String, Long> memory = new TreeMap<>();
    processes().forEach((name, process) -> memory.put(name, Usage.megabytes(process.handle())));
    return memory;
  }

  private Map<String, JavaProcess> processes() {
    Map<String, JavaProcess> processes = new TreeMap<>();
    first.forEach((service, replica) -> processes.put(service.module(), replica.process()));
    platform.processes().forEach((piece, process) -> processes.put(piece.program(), process));
    return processes;
  }

  @Override
  public void close() {
    List<Replica> replicas = new ArrayList<>(second);
    replicas.addAll(first.values());
    List<Replica> running = replicas.stream().filter(Replica::runs).toList();
    running.forEach(replica -> replica.process().askToEnd());
    running.forEach(replica -> replica.process().awaitEnd());
    platform.close();
    if (Boolean.getBoolean("campanile.keep")) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void launch(Replica replica) {
    replica.launch(environment(replica.service()));
  }

  private Map<String, String> environment(Service service) {
    JsonNode database = database(service);
    JsonNode outside = platform.outside();
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.get("jdbcUrl").asText());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.get("username").asText());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.get("password").asText());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
    environment.put("CAMPANILE_API_KEY", service.key());
    environment.put("CAMPANILE_CLOCK_START", businessTime().toString());
    environment.put("CAMPANILE_LEASE", "PT20S");
    environment.put("CAMPANILE_EMAIL_TIMEOUT", "PT15S");
    environment.put("CAMPANILE_TWILIO_CONNECT_TIMEOUT", "PT2S");
    environment.put("CAMPANILE_PROFILE_SERVICE_URL", url(Service.PROFILE));
    environment.put("CAMPANILE_PROFILE_SERVICE_KEY", Service.PROFILE.key());
    environment.put("CAMPANILE_GATEWAY_URL", gatewayUrl());
    environment.put("QUARKUS_MAILER_HOST", outside.at("/smtp/host").asText());
    environment.put("QUARKUS_MAILER_PORT", outside.at("/smtp/port").asText());
    environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
    environment.put("CAMPANILE_PUBLIC_URL", gatewayUrl());
    environment.put("CAMPANILE_LINK_SECRET", "system-test-link-secret-0123456789abcdef");
    environment.put("CAMPANILE_TWILIO_BASE_URL", outside.at("/twilio/baseUrl").asText());
    environment.put("CAMPANILE_TWILIO_ACCOUNT_SID", outside.at("/twilio/accountSid").asText());
    environment.put("CAMPANILE_TWILIO_AUTH_TOKEN", twilioToken());
    environment.putAll(settings);
    return environment;
  }

  /** An address where nobody listens when the gateway was not started. */
  private String gatewayUrl() {
    return first.containsKey(Service.GATEWAY) ? url(Service.GATEWAY) : "http://127.0.0.1:9";
  }

  private Instant businessTime() {
    return START.plusNanos(System.nanoTime() - began);
  }

  private void directInbound() {
    simulators()
        .put(
            "/simulators/twilio/inbound-url",
            "{\"url\":\"%s/v1/callbacks/twilio/inbound\"}".formatted(url(Service.GATEWAY)));
  }

  static Path repository() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("deploy/local"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not inside the repository");
  }
}
