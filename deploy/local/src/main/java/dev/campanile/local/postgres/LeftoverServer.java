package dev.campanile.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that outlived its platform, for instance after {@code kill -9}. */
final class LeftoverServer {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private LeftoverServer() {}

  /** Stops the server of this data directory if one runs, and waits until it is gone. */
  static void stop(Path dataDirectory) throws IOException, InterruptedException {
    PostmasterFile file = new PostmasterFile(dataDirectory);
    var server = file.server();
    if (server.isPresent()) {
      askToStop(server.get());
      awaitEnd(server.get());
    }
    file.deleteIfStale();
  }

  /** SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes everything down. */
  private static void askToStop(ProcessHandle server) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  static void awaitEnd(ProcessHandle server) throws IOException, InterruptedException {
    try {
      server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException(
          "PostgreSQL (process " + server.pid() + ") does not stop; end it and start again.", e);
    } catch (ExecutionException e) {
      throw new IOException("Cannot wait for PostgreSQL (process " + server.pid() + ").", e);
    }
  }
}
