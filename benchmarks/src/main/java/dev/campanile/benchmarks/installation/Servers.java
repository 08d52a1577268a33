package dev.campanile.benchmarks.installation;

import dev.campanile.benchmarks.machine.Metered.OneProcess;
import dev.campanile.benchmarks.machine.Metered.PostgresServer;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.Folders;
import dev.campanile.local.services.PlatformAddresses;
import dev.campanile.local.services.Port;
import dev.campanile.local.services.Ports;
import dev.campanile.local.services.ProcessStart;
import dev.campanile.local.services.Programs;
import dev.campanile.local.services.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the services stand on and send to: PostgreSQL, Kafka and the sinks, a process each. */
final class Servers {
  /** Where the sinks are asked and told: no inbox page runs here, and its port is free. */
  static final Port SINK_CONTROL = Port.INBOX;

  private static final String POSTGRES = "postgres";
  private static final String KAFKA = "kafka";
  private static final String SINK = "sink";

  private final Folders folders;
  private final Programs programs;
  private final Ports ports;
  private final Children children;
  private final Readiness readiness = new Readiness();

  Servers(Folders folders, Programs programs, Ports ports, Children children) {
    this.folders = folders;
    this.programs = programs;
    this.ports = ports;
    this.children = children;
  }

  /** Starts them without data, and says where they are. */
  PlatformAddresses start() {
    folders.removeData();
    folders.prepare();
    ProcessStart postgres =
        server(POSTGRES, "--without-kafka").with("--postgres-port", port(Port.POSTGRES));
    ProcessStart kafka = server(KAFKA, "--without-postgres").with("--kafka-port", port(Port.KAFKA));
    try {
      Files.deleteIfExists(readyFile(POSTGRES));
      Files.deleteIfExists(readyFile(KAFKA));
      Process first = children.start(postgres);
      Process second = children.start(kafka);
      startSink();
      readiness.await(postgres, first, () -> Files.exists(readyFile(POSTGRES)));
      readiness.await(kafka, second, () -> Files.exists(readyFile(KAFKA)));
      String provider = ports.url(Port.SIMULATORS);
      return new PlatformAddresses(
          PlatformAddresses.read(readyFile(POSTGRES)).databases(),
          PlatformAddresses.read(readyFile(KAFKA)).kafka(),
          "127.0.0.1",
          ports.of(Port.SMTP),
          provider,
          "AC00000000000000000000000000000001",
          "benchmark-twilio-token",
          provider);
    } catch (IOException e) {
      throw new CannotContinue(
          "What the servers say of themselves could not be read: %s.".formatted(e), e);
    }
  }

  private ProcessStart server(String name, String without) {
    return programs
        .platform(name, folders.data().resolve(name), readyFile(name))
        .with(without, "--without-smtp", "--without-simulators");
  }

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
                port(SINK_CONTROL)),
            Map.of(),
            programs.log(SINK));
    Process process = children.start(sink);
    readiness.await(sink, process, () -> readiness.answers(ports.url(SINK_CONTROL) + "/arrivals"));
  }

  OneProcess kafka() {
    return new OneProcess(children.pid(KAFKA));
  }

  PostgresServer postgres(Superuser superuser) {
    return new PostgresServer(
        folders.data().resolve(POSTGRES).resolve("postgres"), superuser::writtenBytes);
  }

  OneProcess sink() {
    return new OneProcess(children.pid(SINK));
  }

  private String port(Port port) {
    return Integer.toString(ports.of(port));
  }

  private Path readyFile(String name) {
    return folders.home().resolve(name + ".json");
  }
}
