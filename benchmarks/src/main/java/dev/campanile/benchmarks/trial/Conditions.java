package dev.campanile.benchmarks.trial;

import dev.campanile.benchmarks.calibration.Calibration;
import dev.campanile.benchmarks.installation.Installation;
import dev.campanile.benchmarks.machine.Commit;
import dev.campanile.benchmarks.machine.Machine;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Under what conditions something was measured.
 *
 * @param postgres settings as the server says them
 * @param calibrations before and after; one where it was calibrated once
 */
public record Conditions(
    Instant at,
    Commit commit,
    Machine machine,
    Map<String, String> versions,
    Map<String, String> postgres,
    Map<String, List<String>> serviceOptions,
    List<Calibration> calibrations) {

  public static Conditions of(
      Path root, Machine machine, Installation installation, List<Calibration> calibrations) {
    Map<String, String> settings = installation.superuser().settings();
    return new Conditions(
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        Commit.of(root),
        machine,
        Map.of(
            "postgres", settings.getOrDefault("server_version", ""),
            "kafkaBroker", AppInfoParser.getVersion(),
            "java", System.getProperty("java.runtime.version")),
        settings,
        installation.serviceOptions(),
        calibrations);
  }
}
