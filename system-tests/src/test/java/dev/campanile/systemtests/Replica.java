package dev.campanile.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One process of a service, on ports of its own that it keeps when it is started again. */
final class Replica {

  /** A dead consumer's partitions go to others after it; 45 seconds unless told. */
  private static final String SESSION = "mp.messaging.connector.smallrye-kafka.session.timeout.ms";

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final Service service;
  private final String name;
  private final Path jar;
  private final Path folder;
  private final int port = FreePort.any();
  private final int managementPort = FreePort.any();
  private Optional<JavaProcess> process = Optional.empty();

  Replica(Service service, String name, Path repository, Path folder) {
    this.service = service;
    this.name = name;
    this.jar = repository.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    this.folder = folder;
  }

  Service service() {
    return service;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  Api api() {
    return new Api(url(), service.key());
  }

  Replica launch(Map<String, String> settings) {
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not built; run ./campanile test");
    }
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
    process =
        Optional.of(
            JavaProcess.start(
                name,
                folder,
                environment,
                List.of("-D" + SESSION + "=10000", "-jar", jar.toString())));
    return this;
  }

  Replica awaitReady() {
    process().await(() -> status("/q/health/ready") == 200);
    return this;
  }

  JavaProcess process() {
    return process.orElseThrow(() -> new IllegalStateException(name + " was never started"));
  }

  boolean runs() {
    return process.filter(JavaProcess::runs).isPresent();
  }

  /** Whether the service thinks that it need not be restarted. */
  boolean isAlive() {
    return status("/q/health/live") == 200;
  }

  /** A metric's sum over its labels, 0 when it was never counted. */
  double metric(String metric) {
    return answer("/q/metrics")
        .map(HttpResponse::body)
        .orElse("")
        .lines()
        .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private int status(String path) {
    return answer(path).map(HttpResponse::statusCode).orElse(0);
  }

  private Optional<HttpResponse<String>> answer(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return Optional.of(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
