package dev.campanile.gateway.gate;

import dev.campanile.contracts.ContactCard;

/** What the gateway holds of a profile. */
public sealed interface CardState {
  record Known(ContactCard card) implements CardState {}

  record Missing() implements CardState {}

  record Erased() implements CardState {}
}
