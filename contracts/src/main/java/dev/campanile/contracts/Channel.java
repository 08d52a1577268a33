package dev.campanile.contracts;

/** A way to reach a customer. */
public enum Channel {
  EMAIL,
  SMS,
  CHAT,
  PUSH
}
