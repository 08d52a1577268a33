package dev.campanile.benchmarks.installation;

import dev.campanile.local.services.CannotContinue;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until something is so; a benchmark that waits in vain fails. */
public final class Patience {
  private Patience() {}

  /**
   * @param what is awaited, as it follows "… did not happen within n seconds: "
   */
  public static void await(String what, Duration atMost, Duration pause, BooleanSupplier isSo) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new CannotContinue(
            "This did not happen within %d seconds: %s.".formatted(atMost.toSeconds(), what));
      }
      pause(pause);
    }
  }

  public static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotContinue("The benchmark was interrupted.", e);
    }
  }
}
