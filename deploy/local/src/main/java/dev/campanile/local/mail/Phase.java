package dev.campanile.local.mail;

/**
 * Where in a mail's hand-over the server misbehaves: before DATA the mail has certainly not left
 * the sender; after the final dot the server has it and the sender does not learn so.
 */
public enum Phase {
  NONE,
  BEFORE_DATA,
  AFTER_DATA
}
