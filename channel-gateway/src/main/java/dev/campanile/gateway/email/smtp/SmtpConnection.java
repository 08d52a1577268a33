package dev.campanile.gateway.email.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/**
 * One open connection, its buffers, and what is known of its server. Used by one call at a time.
 */
final class SmtpConnection {

  /** More is written in pieces, so that less is in doubt when a write fails. */
  private static final int PIECE = 32 * 1024;

  private final Socket plain;
  private final Bytes out = new Bytes(2 * PIECE);
  private Socket socket;
  private ReplyReader in;
  private OutputStream wire;
  private Extensions extensions = Extensions.NONE;
  private long mails;
  private boolean midway;
  private long idleSince;

  /** Buffers for the mail that is written and for the next; here because they are used again. */
  private Bytes mail = new Bytes(PIECE / 2);

  private Bytes nextMail = new Bytes(PIECE / 2);

  SmtpConnection(Socket plain) throws IOException {
    this.plain = plain;
    this.socket = plain;
    this.in = new ReplyReader(plain.getInputStream());
    this.wire = plain.getOutputStream();
  }

  Socket plain() {
    return plain;
  }

  /** Nothing that was said before counts (RFC 3207, 4.2). */
  void secured(Socket tls) throws IOException {
    socket = tls;
    in = new ReplyReader(tls.getInputStream());
    wire = tls.getOutputStream();
    extensions = Extensions.NONE;
  }

  boolean isSecured() {
    return socket != plain;
  }

  Extensions extensions() {
    return extensions;
  }

  void extensions(Extensions announced) {
    extensions = announced;
  }

  Bytes mail() {
    return mail;
  }

  Bytes nextMail() {
    return nextMail;
  }

  void turnToNextMail() {
    Bytes done = mail;
    mail = nextMail;
    nextMail = done;
    mails++;
  }

  Bytes out() {
    return out;
  }

  /** Appends a mail with its leading dots doubled (RFC 5321, 4.5.2). */
  void stuff(Bytes mail) throws IOException {
    byte[] octets = mail.array();
    int length = mail.length();
    int copied = 0;
    int line = 0;
    while (line < length) {
      if (octets[line] == '.') {
        out.add(octets, copied, line).add('.');
        copied = line;
      }
      line = afterLine(octets, line, length);
      if (line - copied >= PIECE) {
        out.add(octets, copied, line);
        copied = line;
        flush();
      }
    }
    out.add(octets, copied, length);
  }

  private static int afterLine(byte[] octets, int from, int end) {
    int at = PlainRun.end(octets, from, end);
    while (at < end && octets[at] != '\n') {
      at = PlainRun.end(octets, at + 1, end);
    }
    return Math.min(at + 1, end);
  }

  void flush() throws IOException {
    if (out.length() == 0) {
      return;
    }
    wire.write(out.array(), 0, out.length());
    wire.flush();
    out.clear();
  }

  Reply ask(String command) throws IOException {
    out.line(command);
    flush();
    return in.read();
  }

  Reply read() throws IOException {
    return in.read();
  }

  /** Whether the server has said something it was not asked. */
  boolean hasUnasked() throws IOException {
    return in.hasMore();
  }

  /** Whether a refused mail's commands are still to be forgotten by RSET. */
  boolean isMidway() {
    return midway;
  }

  void midway(boolean now) {
    midway = now;
  }

  void used(long now) {
    idleSince = now;
  }

  long mails() {
    return mails;
  }

  long idleSince() {
    return idleSince;
  }

  void close() {
    try {
      plain.close();
    } catch (IOException _) {
      // Gone either way.
    }
  }

  /** Says good-bye without waiting for an answer. */
  void quit() {
    try {
      out.clear();
      out.line("QUIT");
      flush();
    } catch (IOException _) {
      // The server was faster.
    }
    close();
  }
}
