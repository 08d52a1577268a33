package dev.campanile.gateway.email.smtp;

/** One mail to one recipient, as far as SMTP is concerned. */
public interface OutgoingMail {

  /** An address without anything that could end a command. */
  String sender();

  /** An address without anything that could end a command. */
  String recipient();

  /**
   * Appends the mail as RFC 5322 has it: every line ended by CRLF, the last one too, and no dot
   * doubled.
   *
   * @param eightBit octets above 127 are allowed
   * @return whether there are any
   */
  boolean writeTo(Bytes out, boolean eightBit);
}
