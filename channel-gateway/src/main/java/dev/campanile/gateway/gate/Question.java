package dev.campanile.gateway.gate;

/** What the gate asks, in its order; the names stand in stored traces. */
public enum Question {
  EXPIRY,
  RUN,
  ERASURE,
  CARD,
  ADDRESS,
  RECIPIENT,
  SUPPRESSION,
  REVOCATION,
  CONSENT,
  OPEN_CASE,
  QUIET_HOURS,
  CHAT_WINDOW,
  SHARED_ADDRESS
}
