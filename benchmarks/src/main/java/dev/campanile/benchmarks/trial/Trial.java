package dev.campanile.benchmarks.trial;

import dev.campanile.benchmarks.calibration.Calibration;
import dev.campanile.benchmarks.calibration.Work;
import dev.campanile.benchmarks.installation.Installation;
import dev.campanile.benchmarks.installation.Patience;
import dev.campanile.benchmarks.installation.ServiceSettings;
import dev.campanile.benchmarks.installation.Superuser;
import dev.campanile.benchmarks.machine.Machine;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Measures something on a new installation, and knows whether the machine was the same before and
 * after. When it was not, what was measured is void; it is measured once again, and then given up.
 */
public final class Trial {
  private static final int ATTEMPTS = 2;
  private static final Duration FOR_TIDYING = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Terminal terminal;
  private final Path root;
  private final boolean quick;

  /**
   * @param quick calibrates before only
   */
  public Trial(Terminal terminal, Path root, boolean quick) {
    this.terminal = terminal;
    this.root = root;
    this.quick = quick;
  }

  /**
   * @param measurement is given servers without services, and leaves the services stopped or not
   * @param result makes a result of what was measured and the conditions
   */
  public <M, R> R measure(
      ServiceSettings settings,
      Function<Installation, M> measurement,
      BiFunction<M, Conditions, R> result) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try (Installation installation = new Installation(root, settings)) {
        Optional<R> valid = measure(installation, measurement, result);
        if (valid.isPresent()) {
          return valid.get();
        }
      }
    }
    throw new CannotContinue(
        "The machine was never the same before and after, so nothing was measured. Others are at"
            + " work on it.");
  }

  private <M, R> Optional<R> measure(
      Installation installation,
      Function<Installation, M> measurement,
      BiFunction<M, Conditions, R> result) {
    Machine machine = Machine.here();
    installation.startServers();
    Work work = new Work(installation.superuser());
    List<Calibration> calibrations = new ArrayList<>(List.of(work.calibrate()));
    say(calibrations.getFirst());
    M measured = measurement.apply(installation);
    installation.stopServices();
    if (!quick) {
      comeToRest(installation.superuser());
      calibrations.add(work.calibrate());
      say(calibrations.getLast());
      double drift = calibrations.getFirst().driftTo(calibrations.getLast());
      if (drift > Calibration.MOST_DRIFT) {
        terminal.warning(
            "Void: the machine's calibration moved by %.0f %%.".formatted(drift * 100));
        return Optional.empty();
      }
    }
    return Optional.of(
        result.apply(measured, Conditions.of(root, machine, installation, calibrations)));
  }

  private void say(Calibration calibration) {
    terminal.done(
        "calibrated: %,.0f operations a second".formatted(calibration.operationsPerSecond()));
  }

  /** What the load left to do is no fault of the machine. */
  private static void comeToRest(Superuser database) {
    database.execute("checkpoint");
    Patience.await("PostgreSQL tidies up", FOR_TIDYING, PAUSE, () -> !database.cleansUp());
  }
}
