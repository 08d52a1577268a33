package dev.campanile.gateway.twilio;

import dev.campanile.contracts.SuppressionReason;
import dev.campanile.gateway.channel.HandOff.AddressFinding;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Twilio's error codes say about a customer's number; the same at hand-off and callback. */
final class TwilioCodes {

  /** The customer told the provider to stop, and the provider blocks us. */
  static final int OPTED_OUT = 21610;

  static final int OUTSIDE_CHAT_WINDOW = 63016;

  /** The provider's queue for our number is full; nothing was taken. */
  static final int QUEUE_FULL = 21611;

  /** Not a number, not a mobile number, a landline. */
  private static final Set<Integer> NOT_REACHABLE_EVER = Set.of(21211, 21614, 30006);

  private TwilioCodes() {}

  static AddressFinding finding(@Nullable Integer code) {
    if (code == null) {
      return new AddressFinding.Nothing();
    }
    if (code == OPTED_OUT) {
      return new AddressFinding.OptedOut();
    }
    return NOT_REACHABLE_EVER.contains(code)
        ? new AddressFinding.Suppress(SuppressionReason.HARD)
        : new AddressFinding.Nothing();
  }
}
