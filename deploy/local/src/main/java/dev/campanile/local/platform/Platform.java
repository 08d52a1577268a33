package dev.campanile.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process of the local platform: PostgreSQL, Kafka, the mail server and the simulators. It
 * writes the ready file when all are up and stays until SIGTERM or Ctrl-C, then exits 0. When it
 * cannot start it says why in one sentence on standard error and exits 1, with nothing left.
 */
public final class Platform {

  private Platform() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    QuietLogging.toNowhere();
    try {
      PlatformOptions options = PlatformOptions.parse(arguments);
      StopRequest stop = StopRequest.listen(options.exitWithParent());
      Map<Server, Integer> ports = PortChoice.settle(options.ports());
      try (DataDirectory data = DataDirectory.claim(options.data())) {
        QuietLogging.toFile(data.platformLog());
        ReadyFile.prepare(options.readyFile());
        serve(options, ports, data, stop);
      }
      return 0;
    } catch (PlatformProblem | IOException e) {
      System.err.println(e.getMessage());
      logger().error("The platform does not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      System.err.println("The platform does not start: " + e);
      logger().error("The platform does not start", e);
    }
    return 1;
  }

  private static void serve(
      PlatformOptions options, Map<Server, Integer> ports, DataDirectory data, StopRequest stop)
      throws IOException, InterruptedException {
    try (RunningPlatform _ =
        RunningPlatform.start(
            data,
            ports,
            options.twilio(),
            InstantSource.system(),
            ready -> ready.write(options.readyFile()))) {
      stop.await();
    } finally {
      Files.deleteIfExists(options.readyFile());
    }
  }

  private static Logger logger() {
    return LoggerFactory.getLogger(Platform.class);
  }
}
