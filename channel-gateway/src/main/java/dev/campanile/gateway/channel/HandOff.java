package dev.campanile.gateway.channel;

import dev.campanile.contracts.Reason;
import dev.campanile.contracts.SuppressionReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of handing one message to a provider. */
public sealed interface HandOff {

  record Accepted(@Nullable String providerId) implements HandOff {}

  /** It certainly did not leave, and may be tried again. */
  record RefusedForNow(Reason reason, Duration retryAfter, String answer) implements HandOff {}

  /**
   * It certainly did not leave, and never will on this channel.
   *
   * @param code the provider's code, such as {@code 5.1.1} or {@code 21610}
   * @param address what this says about the address itself
   */
  record Refused(Reason reason, String code, String answer, AddressFinding address)
      implements HandOff {}

  /** It may have left. */
  record InDoubt(String phase) implements HandOff {}

  /** What a refusal teaches about an address. */
  sealed interface AddressFinding {
    record Nothing() implements AddressFinding {}

    record Suppress(SuppressionReason reason) implements AddressFinding {}

    /** The provider keeps its own opt-out list. */
    record OptedOut() implements AddressFinding {}
  }
}
