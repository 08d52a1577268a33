package dev.campanile.gateway.email.smtp;

/** A mail that is composed and whose turn comes next, with its commands. */
record Envelope(int index, String mail, String rcpt) {

  static Envelope of(
      int index, OutgoingMail mail, boolean utf8, boolean eightBit, long size, Extensions server) {
    StringBuilder command =
        new StringBuilder(120).append("MAIL FROM:<").append(mail.sender()).append('>');
    if (eightBit) {
      command.append(" BODY=8BITMIME");
    }
    if (utf8) {
      command.append(" SMTPUTF8");
    }
    if (server.announcesSize()) {
      command.append(" SIZE=").append(size);
    }
    return new Envelope(index, command.toString(), "RCPT TO:<" + mail.recipient() + '>');
  }

  String command(Phase phase) {
    return switch (phase) {
      case MAIL -> mail;
      case RCPT -> rcpt;
      case DATA -> "DATA";
      case OPENING, BODY -> throw new IllegalArgumentException(phase + " is no command");
    };
  }
}
