package dev.campanile.profile.zone;

/** How a customer's time zone is known. */
public enum ZoneSource {
  /** Somebody said it. */
  EXPLICIT,
  PHONE,
  COUNTRY,
  /** The phone is of one country and the customer lives in another. */
  PHONE_AND_COUNTRY,
  WORKSPACE
}
