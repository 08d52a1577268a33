package dev.campanile.contracts;

/** Why a message was not, or not yet, handed off. The codes are those of the rules of behaviour. */
public enum Reason {
  EXPIRED,
  DUPLICATE,
  RUN_PAUSED,
  RUN_CANCELLED,
  KILLED,
  ERASED,
  CARD_PENDING,
  MALFORMED,

  NO_ADDRESS,
  INVALID_ADDRESS,
  SUPPRESSED_HARD,
  SUPPRESSED_SOFT,
  SUPPRESSED_COMPLAINT,
  SUPPRESSED_MANUAL,
  OPTED_OUT,
  NO_CONSENT,
  PAUSED_UNTIL,
  OPEN_CASE,
  QUIET_HOURS,
  OUTSIDE_CHAT_WINDOW,
  TEMPLATE_NOT_APPROVED,
  SHARED_ADDRESS,
  /** This installation may write to the addresses of its allow-list only, and this is none. */
  RECIPIENT_NOT_ALLOWED,

  TEMPLATE_MISSING_VARIABLE,
  TEMPLATE_ABORTED,
  TEMPLATE_ERROR,

  RATE_LIMITED,
  PROVIDER_REJECTED,
  PROVIDER_UNAVAILABLE,
  UNKNOWN_OUTCOME,

  /** Refused for now by the provider; the message goes through the gate again. */
  RETRY
}
