package dev.campanile.testing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL, Kafka, SMTP and the provider simulators on free ports, until closed. */
public final class LocalPlatform implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path folder;
  private final JsonNode addresses;

  private LocalPlatform(Process process, Path folder, JsonNode addresses) {
    this.process = process;
    this.folder = folder;
    this.addresses = addresses;
  }

  public static LocalPlatform start() {
    try {
      Path folder = Files.createTempDirectory("campanile-platform-");
      Path ready = folder.resolve("ready.json");
      Path built = RepositoryRoot.path().resolve("deploy/local/target");
      Process process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Xmx512m",
                      "-XX:+UseSerialGC",
                      "-XX:TieredStopAtLevel=1",
                      "--enable-native-access=ALL-UNNAMED",
                      "--sun-misc-unsafe-memory-access=allow",
                      "-cp",
                      built.resolve("classes") + ":" + built.resolve("lib") + "/*",
                      "dev.campanile.local.platform.Platform",
                      "--data",
                      folder.resolve("data").toString(),
                      "--ready-file",
                      ready.toString(),
                      // The other end of its standard input closes with us, however we end.
                      "--exit-with-parent"))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("platform.log").toFile())
              .start();
      return new LocalPlatform(process, folder, awaitReady(process, ready));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The platform's ready file, see {@code deploy/local}. */
  public JsonNode addresses() {
    return addresses;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    deleteFolder();
  }

  private void deleteFolder() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode awaitReady(Process process, Path ready) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(ready)) {
      if (System.nanoTime() > deadline || endsWithin(process, 50)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "the local platform did not start:\n"
                + Files.readString(ready.resolveSibling("platform.log")));
      }
    }
    return new JsonMapper().readTree(ready.toFile());
  }

  private static boolean endsWithin(Process process, long millis) {
    try {
      return process.waitFor(millis, MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
