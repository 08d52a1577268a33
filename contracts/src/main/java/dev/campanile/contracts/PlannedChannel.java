package dev.campanile.contracts;

/** A candidate of a channel plan: a channel by name, or whichever one the customer declared. */
public enum PlannedChannel {
  PREFERRED,
  EMAIL,
  SMS,
  CHAT,
  PUSH
}
