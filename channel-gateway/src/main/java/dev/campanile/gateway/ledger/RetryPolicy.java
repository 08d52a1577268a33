package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When to try again what a provider refused for now.
 *
 * @param first the pause after the first refusal; each further one doubles it
 * @param longest no pause is longer, unless the provider asks for it
 * @param attempts at most; a provider's rate limit is not one
 */
public record RetryPolicy(Duration first, Duration longest, int attempts) {

  /**
   * @param attempt the one that was refused
   * @param retryAfter the provider's wish
   * @return empty when it is worth nothing any more
   */
  Optional<Instant> next(
      int attempt, Reason reason, Duration retryAfter, Instant now, Instant expiresAt) {
    boolean limited = reason == Reason.RATE_LIMITED;
    if (attempt >= attempts && !limited) {
      return Optional.empty();
    }
    Duration pause = limited ? first : first.multipliedBy(1L << Math.min(attempt - 1, 20));
    Duration bounded = pause.compareTo(longest) < 0 ? pause : longest;
    Instant at = now.plus(retryAfter.compareTo(bounded) > 0 ? retryAfter : bounded);
    return at.isBefore(expiresAt) ? Optional.of(at) : Optional.empty();
  }
}
