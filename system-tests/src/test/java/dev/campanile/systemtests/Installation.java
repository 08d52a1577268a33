package dev.campanile.systemtests;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The local platform and the three packaged services, each a process, on free ports and with data
 * of their own. Business time begins on a Saturday morning, as in the demo.
 */
final class Installation implements AutoCloseable {

  static final String START = "2026-11-21T10:00:00Z";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path root = repository();
  private final Path folder;
  private final Process platform;
  private final JsonNode addresses;
  private final Map<Service, Process> processes = new EnumMap<>(Service.class);
  private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
  private final Map<Service, Integer> managementPorts = new EnumMap<>(Service.class);

  private Installation() throws IOException {
    folder = Files.createTempDirectory("campanile-system-test-");
    Path ready = folder.resolve("platform.json");
    Path built = root.resolve("deploy/local/target");
    platform =
        run(
            "platform",
            Map.of(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            built.resolve("classes") + ":" + built.resolve("lib") + "/*",
            "dev.campanile.local.platform.Platform",
            "--data",
            folder.resolve("data").toString(),
            "--ready-file",
            ready.toString(),
            "--exit-with-parent");
    await("the platform", platform, () -> Files.exists(ready));
    addresses = Api.json(Api.read(ready));
    for (Service service : Service.values()) {
      ports.put(service, freePort());
      managementPorts.put(service, freePort());
    }
  }

  /** Starts everything and waits until it is ready. */
  static Installation start() {
    try {
      Installation installation = new Installation();
      try {
        List.of(Service.values()).forEach(installation::launch);
        List.of(Service.values()).forEach(installation::awaitReady);
        installation.directInbound();
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
    return new Api(url(Service.PROFILE), Service.PROFILE.key());
  }

  Api campaign() {
    return new Api(url(Service.CAMPAIGN), Service.CAMPAIGN.key());
  }

  Api gateway() {
    return new Api(url(Service.GATEWAY), Service.GATEWAY.key());
  }

  Api simulators() {
    return new Api(addresses.at("/simulators/baseUrl").asText(), "");
  }

  Path folder() {
    return folder;
  }

  String kafka() {
    return addresses.at("/kafka/bootstrapServers").asText();
  }

  JsonNode database(Service service) {
    return addresses.at("/postgres/databases/" + service.database());
  }

  Path demoFile(String name) {
    return root.resolve("deploy/local/demo").resolve(name);
  }

  /** Processor time used so far; PostgreSQL's processes are children of the platform's. */
  Map<String, Duration> cpu() {
    Map<String, Duration> cpu = new TreeMap<>();
    processes.forEach((service, process) -> cpu.put(service.module(), cpuOf(process.toHandle())));
    cpu.put("platform", cpuOf(platform.toHandle()));
    cpu.put(
        "postgres",
        platform.descendants().map(Installation::cpuOf).reduce(Duration.ZERO, Duration::plus));
    return cpu;
  }

  /** Resident memory of each Java process. */
  Map<String, Long> memoryInMegabytes() {
    Map<String, Long> memory = new TreeMap<>();
    processes.forEach(
        (service, process) -> memory.put(service.module(), residentMegabytes(process)));
    memory.put("platform", residentMegabytes(platform));
    return memory;
  }

  private static Duration cpuOf(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static long residentMegabytes(Process process) {
    return Api.read(Path.of("/proc/" + process.pid() + "/status"))
            .lines()
            .filter(line -> line.startsWith("VmRSS"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElse(0)
        / 1024;
  }

  /** {@code kill -9}: no shutdown hook runs. */
  void kill(Service service) {
    Process process = process(service);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void restart(Service service) {
    launch(service);
    awaitReady(service);
  }

  @Override
  public void close() {
    processes.values().forEach(Process::destroy);
    processes.values().forEach(Installation::awaitEnd);
    platform.destroy();
    awaitEnd(platform);
    if (Boolean.getBoolean("campanile.keep")) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void launch(Service service) {
    Path jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not built; run ./campanile test");
    }
    processes.put(service, run(service.module(), environment(service), "-jar", jar.toString()));
  }

  private Map<String, String> environment(Service service) {
    JsonNode database = database(service);
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", port(service));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPorts.get(service)));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.get("jdbcUrl").asText());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.get("username").asText());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.get("password").asText());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
    environment.put("CAMPANILE_API_KEY", service.key());
    environment.put("CAMPANILE_CLOCK_START", START);
    environment.put("CAMPANILE_LEASE", "PT20S");
    environment.put("CAMPANILE_EMAIL_TIMEOUT", "PT10S");
    environment.put("CAMPANILE_TWILIO_CONNECT_TIMEOUT", "PT2S");
    environment.put("QUARKUS_MAILER_HOST", addresses.at("/smtp/host").asText());
    environment.put("QUARKUS_MAILER_PORT", addresses.at("/smtp/port").asText());
    environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
    environment.put("CAMPANILE_PUBLIC_URL", url(Service.GATEWAY));
    environment.put("CAMPANILE_LINK_SECRET", "system-test-link-secret-0123456789abcdef");
    environment.put("CAMPANILE_TWILIO_BASE_URL", addresses.at("/twilio/baseUrl").asText());
    environment.put("CAMPANILE_TWILIO_ACCOUNT_SID", addresses.at("/twilio/accountSid").asText());
    environment.put("CAMPANILE_TWILIO_AUTH_TOKEN", addresses.at("/twilio/authToken").asText());
    return environment;
  }

  private void awaitReady(Service service) {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest health =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + managementPorts.get(service) + "/q/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    await(
        service.module(),
        process(service),
        () -> {
          try {
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
          } catch (IOException e) {
            return false;
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
          }
        });
  }

  private void directInbound() {
    simulators()
        .put(
            "/simulators/twilio/inbound-url",
            "{\"url\":\"%s/v1/callbacks/twilio/inbound\"}".formatted(url(Service.GATEWAY)));
  }

  private Process run(String name, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()));
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(String name, Process process, BooleanSupplier ready) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!ready.getAsBoolean()) {
      if (endsWithin(process, 100) || System.nanoTime() > deadline) {
        throw new IllegalStateException(name + " did not start:\n" + lastLines(name));
      }
    }
  }

  private String lastLines(String name) {
    String log = Api.read(folder.resolve(name.replace("the ", "") + ".log"));
    return log.substring(Math.max(0, log.length() - 6000));
  }

  private static boolean endsWithin(Process process, long millis) {
    try {
      return process.waitFor(millis, MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void awaitEnd(Process process) {
    try {
      if (!process.waitFor(30, SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private Process process(Service service) {
    Process process = processes.get(service);
    if (process == null) {
      throw new IllegalStateException(service + " was never started");
    }
    return process;
  }

  String url(Service service) {
    return "http://127.0.0.1:" + port(service);
  }

  private String port(Service service) {
    return String.valueOf(ports.get(service));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
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
