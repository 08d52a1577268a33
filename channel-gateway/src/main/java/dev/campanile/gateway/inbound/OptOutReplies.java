package dev.campanile.gateway.inbound;

/** Who confirms a STOP: never both, and never nobody. */
public enum OptOutReplies {
  /** The provider answers the keywords itself, as Twilio's number settings do by default. */
  PROVIDER,
  CAMPANILE
}
