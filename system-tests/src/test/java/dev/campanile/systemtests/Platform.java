package dev.campanile.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The local platform, each piece in a process of its own, so that one can be stopped or killed and
 * started again over its data while the others stay.
 */
final class Platform {

  private final Path built;
  private final Path folder;
  private final Map<Piece, JavaProcess> processes = new EnumMap<>(Piece.class);
  private final Map<Piece, Integer> ports = new EnumMap<>(Piece.class);
  private final Map<Piece, JsonNode> addresses = new EnumMap<>(Piece.class);

  Platform(Path repository, Path folder) {
    this.built = repository.resolve("deploy/local/target");
    this.folder = folder;
    for (Piece piece : Piece.values()) {
      ports.put(piece, FreePort.any());
    }
  }

  Platform start() {
    List.of(Piece.values()).forEach(this::launch);
    List.of(Piece.values()).forEach(this::awaitReady);
    return this;
  }

  JsonNode postgres() {
    return address(Piece.POSTGRES).get("postgres");
  }

  String kafka() {
    return address(Piece.KAFKA).at("/kafka/bootstrapServers").asText();
  }

  /** Where the mail server and the simulators are. */
  JsonNode outside() {
    return address(Piece.OUTSIDE);
  }

  Map<Piece, JavaProcess> processes() {
    return processes;
  }

  /** As an operator stops it: PostgreSQL ends its sessions, Kafka hands over and closes its log. */
  void stop(Piece piece) {
    JavaProcess process = process(piece);
    process.askToEnd();
    process.awaitEnd();
  }

  /** As a power cut ends it. */
  void kill(Piece piece) {
    if (piece == Piece.POSTGRES) {
      killPostgres();
    }
    process(piece).kill();
  }

  /** Over the data it left, on the port it had. */
  void startAgain(Piece piece) {
    launch(piece);
    awaitReady(piece);
  }

  void close() {
    processes.values().forEach(JavaProcess::askToEnd);
    processes.values().forEach(JavaProcess::awaitEnd);
  }

  /** The server's own process and all its children, which end when it is gone. */
  private void killPostgres() {
    ProcessHandle server = postmaster().orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
    all.add(server);
    server.destroyForcibly();
    all.forEach(Platform::awaitExit);
  }

  private Optional<ProcessHandle> postmaster() {
    Path file = data(Piece.POSTGRES).resolve("postgres/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Api.read(file).lines().findFirst().orElseThrow()));
  }

  private static void awaitExit(ProcessHandle process) {
    try {
      process.onExit().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException(process + " does not end", e);
    }
  }

  private void launch(Piece piece) {
    try {
      Files.deleteIfExists(readyFile(piece));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                built.resolve("classes") + ":" + built.resolve("lib") + "/*",
                "dev.campanile.local.platform.Platform",
                "--data",
                data(piece).toString(),
                "--ready-file",
                readyFile(piece).toString(),
                piece.portOption(),
                String.valueOf(ports.get(piece)),
                "--exit-with-parent"));
    arguments.addAll(piece.options());
    processes.put(piece, JavaProcess.start(piece.program(), folder, Map.of(), arguments));
  }

  private void awaitReady(Piece piece) {
    process(piece).await(() -> Files.exists(readyFile(piece)));
    addresses.put(piece, Api.json(Api.read(readyFile(piece))));
  }

  private Path data(Piece piece) {
    return folder.resolve("data-" + piece.program());
  }

  private Path readyFile(Piece piece) {
    return folder.resolve(piece.program() + ".json");
  }

  private JavaProcess process(Piece piece) {
    return Optional.ofNullable(processes.get(piece)).orElseThrow();
  }

  private JsonNode address(Piece piece) {
    return Optional.ofNullable(addresses.get(piece)).orElseThrow();
  }
}
