package dev.campanile.local.twilio;

/** How an answer may leave its caller in doubt although the message was taken and will go out. */
public enum Doubt {
  /** A 500 after the message was taken. */
  SERVER_ERROR,
  /** No answer at all, until the behaviour changes or the caller gives up. */
  SILENCE
}
