package dev.campanile.local.platform;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.http.LocalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The platform as users run it: a process of its own. */
final class PlatformProcess implements AutoCloseable {
  private final Process process;
  private final Path readyFile;
  private final Path said;

  private PlatformProcess(Process process, Path readyFile, Path said) {
    this.process = process;
    this.readyFile = readyFile;
    this.said = said;
  }

  static PlatformProcess start(Path folder, String... options) throws IOException {
    Path readyFile = folder.resolve("ready.json");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Platform.class.getName(),
                "--data",
                folder.resolve("data").toString(),
                "--ready-file",
                readyFile.toString()));
    command.addAll(List.of(options));
    Path said = Files.createTempFile("platform-said", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    return new PlatformProcess(process, readyFile, said);
  }

  JsonNode awaitReady() throws IOException {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> hasWrittenTheReadyFile() || !process.isAlive());
    return LocalJson.read(Files.readString(readyFile), JsonNode.class);
  }

  void terminate() {
    process.destroy();
  }

  void kill() {
    process.destroyForcibly();
  }

  /** The file may still be that of one that died. */
  private boolean hasWrittenTheReadyFile() throws IOException {
    return Files.exists(readyFile)
        && Files.readString(readyFile).startsWith("{\"pid\":" + process.pid() + ",");
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("the platform does not end");
    }
    return process.exitValue();
  }

  String said() throws IOException {
    return Files.readString(said).strip();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    Files.deleteIfExists(said);
  }
}
