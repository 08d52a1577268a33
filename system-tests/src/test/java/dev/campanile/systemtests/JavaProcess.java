package dev.campanile.systemtests;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A Java program of ours in a process of its own, with its output in a log. */
final class JavaProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final String name;
  private final Path log;
  private final Process process;

  private JavaProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  static JavaProcess start(
      String name, Path folder, Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A test's processes are over before the thorough compiler or a large heap has paid for itself.
    command.addAll(
        List.of(
            "-Xms48m",
            "-Xmx384m",
            "-XX:MetaspaceSize=96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1"));
    command.addAll(arguments);
    Path log = folder.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      return new JavaProcess(name, log, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void await(BooleanSupplier ready) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!ready.getAsBoolean()) {
      if (endsWithin(100, MILLISECONDS) || System.nanoTime() > deadline) {
        throw new IllegalStateException(name + " did not start:\n" + lastLines());
      }
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean runs() {
    return process.isAlive();
  }

  /** {@code kill -9}: no shutdown hook runs. */
  void kill() {
    process.destroyForcibly();
    endsWithin(30, SECONDS);
  }

  /** SIGTERM, which it may take its time to follow. */
  void askToEnd() {
    process.destroy();
  }

  /** Whether it ended by itself. */
  boolean awaitEnd() {
    if (endsWithin(60, SECONDS)) {
      return true;
    }
    kill();
    return false;
  }

  String log() {
    return Api.read(log);
  }

  private String lastLines() {
    String text = log();
    return text.substring(Math.max(0, text.length() - 6000));
  }

  private boolean endsWithin(long time, TimeUnit unit) {
    try {
      return process.waitFor(time, unit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
