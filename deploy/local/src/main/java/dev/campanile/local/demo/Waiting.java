package dev.campanile.local.demo;

import dev.campanile.local.services.CannotContinue;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again until something is so, or the time is up. */
final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private Waiting() {}

  /** The last thing seen, whether or not it is as wished. */
  static <T> T until(Duration patience, Supplier<T> look, Predicate<T> asWished) {
    long deadline = System.nanoTime() + patience.toNanos();
    T seen = look.get();
    while (!asWished.test(seen) && System.nanoTime() < deadline) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CannotContinue("The demo was interrupted.", e);
      }
      seen = look.get();
    }
    return seen;
  }
}
