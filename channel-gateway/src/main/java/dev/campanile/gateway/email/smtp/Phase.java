package dev.campanile.gateway.email.smtp;

/** What a reply was the answer to. */
public enum Phase {
  /** Greeting, EHLO, STARTTLS, AUTH: not about any mail. */
  OPENING,
  MAIL,
  RCPT,
  DATA,
  /** The final dot. */
  BODY
}
