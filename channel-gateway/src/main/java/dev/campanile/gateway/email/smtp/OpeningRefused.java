package dev.campanile.gateway.email.smtp;

import java.io.IOException;

/** The server does not want us: in its greeting, at EHLO, STARTTLS or AUTH. */
final class OpeningRefused extends IOException {

  private static final long serialVersionUID = 1;

  private final transient Reply reply;

  OpeningRefused(Reply reply) {
    super(reply.text());
    this.reply = reply;
  }

  Reply reply() {
    return reply;
  }
}
