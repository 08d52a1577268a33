package dev.campanile.local.twilio;

import java.util.Locale;

/** How far a message has come, in the provider's words. */
public enum MessageStatus {
  QUEUED,
  SENT,
  DELIVERED,
  UNDELIVERED,
  FAILED,
  RECEIVED;

  /** As the API writes it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
