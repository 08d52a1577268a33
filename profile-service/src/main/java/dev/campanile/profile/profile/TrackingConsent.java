package dev.campanile.profile.profile;

/** What a customer said about opens and clicks being recorded. */
public enum TrackingConsent {
  GRANTED,
  DENIED
}
