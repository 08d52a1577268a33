package dev.campanile.campaign.transactional;

import dev.campanile.contracts.MessageId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How far a request has come among others: it goes on with what is known of it, or it is over. One
 * that is refused on the way takes no other with it.
 */
sealed interface Passage<T> {

  record Open<T>(T known) implements Passage<T> {}

  /**
   * @param answer for the caller, or throws why there is none
   */
  record Over<T>(Supplier<MessageId> answer) implements Passage<T> {}

  /** What the step throws is the request's answer. */
  default <N> Passage<N> then(Function<T, Passage<N>> step) {
    return switch (this) {
      case Over<T>(var answer) -> new Over<>(answer);
      case Open<T>(var known) -> {
        try {
          yield step.apply(known);
        } catch (RuntimeException e) {
          yield new Over<>(
              () -> {
                throw e;
              });
        }
      }
    };
  }

  default Optional<T> open() {
    return this instanceof Open<T>(var known) ? Optional.of(known) : Optional.empty();
  }
}
