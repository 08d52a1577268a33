package dev.campanile.gateway.channel;

/** What a provider tells after it accepted, in rising order: a later word of lower rank is old. */
public enum DeliveryStatus {
  /** Passed on by the provider; proves that it was accepted. */
  SENT,
  DELIVERED,
  /** Given back by the network or handset. */
  UNDELIVERED,
  /** Given up by the provider. */
  FAILED
}
