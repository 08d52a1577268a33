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
   * @param limited how many before it a rate limit refused
   * @param retryAfter the provider's wish
   * @return empty when it is worth nothing any more
   */
  Optional<Instant> next(
      int attempt,
      int limited,
      Reason reason,
      Duration retryAfter,
      Instant now,
      Instant expiresAt) {
    boolean isLimit = reason == Reason.RATE_LIMITED;
    int counted = Math.max(1, attempt - limited);
    if (counted >= attempts && !isLimit) {
      return Optional.empty();
    }
    Duration pause = isLimit ? first : first.multipliedBy(1L << Math.min(counted - 1, 20));
    Duration bounded = pause.compareTo(longest) < 0 ? pause : longest;
    Instant at = now.plus(retryAfter.compareTo(bounded) > 0 ? retryAfter : bounded);
    return at.isBefore(expiresAt) ? Optional.of(at) : Optional.empty();
  }
}
