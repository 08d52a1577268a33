package dev.campanile.contracts;

/** What a customer said about one address, channel and topic. */
public enum ConsentState {
  UNKNOWN,
  PENDING,
  OPTED_IN,
  IMPLIED,
  OPTED_OUT
}
