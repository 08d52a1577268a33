package dev.campanile.gateway.email.smtp;

/** What came of one mail. */
public sealed interface Delivery {

  record Taken() implements Delivery {}

  /** The server said no; that is definite at any time. */
  record Answered(Phase phase, Reply reply) implements Delivery {}

  /** Its final dot was not written: it certainly was not taken. */
  record NotSent(String why) implements Delivery {}

  /** Its final dot may have arrived, and there was no answer. */
  record Lost(String why) implements Delivery {}

  /** This server cannot take it, and was not asked. */
  record Unsendable(String code, String why) implements Delivery {}
}
