package dev.campanile.gateway.gate;

import dev.campanile.contracts.ContactCard;
import org.jspecify.annotations.Nullable;

/** What the gateway holds of a profile. */
public sealed interface CardState {
  record Known(ContactCard card) implements CardState {}

  /**
   * The message names an address and no customer.
   *
   * @param holders changes with the card of any profile that holds the address
   */
  record OfAddress(ContactCard card, long holders) implements CardState {}

  record Missing() implements CardState {}

  record Erased() implements CardState {}

  /** What there is to read. */
  default @Nullable ContactCard readable() {
    return switch (this) {
      case Known(var card) -> card;
      case OfAddress(var card, _) -> card;
      case Missing _, Erased _ -> null;
    };
  }

  /** What the message is decided on, to be compared before the hand-off; 0 when there is none. */
  default long version() {
    return switch (this) {
      case Known(var card) -> card.version();
      case OfAddress(_, var holders) -> holders;
      case Missing _, Erased _ -> 0;
    };
  }
}
