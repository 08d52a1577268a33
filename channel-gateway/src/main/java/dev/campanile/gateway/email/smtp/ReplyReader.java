package dev.campanile.gateway.email.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Reads replies, however they are cut into packets. */
final class ReplyReader {

  /** A line has at most 512 octets (RFC 5321, 4.5.3.1.5), and some servers talk more. */
  private static final int LONGEST = 16 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[2048];
  private int from;
  private int to;

  ReplyReader(InputStream in) {
    this.in = in;
  }

  /** Whether something is here already: between two mails nothing must be. */
  boolean hasMore() throws IOException {
    return from < to || in.available() > 0;
  }

  Reply read() throws IOException {
    String line = line();
    int code = code(line);
    if (isLast(line)) {
      return new Reply(code, line);
    }
    StringBuilder text = new StringBuilder(line);
    do {
      line = line();
      if (code(line) != code) {
        throw new ProtocolException("the server's reply changes its code");
      }
      if (text.length() + line.length() > LONGEST) {
        throw new ProtocolException("the server's reply has no end");
      }
      text.append('\n').append(line);
    } while (!isLast(line));
    return new Reply(code, text.toString());
  }

  private static boolean isLast(String line) {
    return line.length() == 3 || line.charAt(3) != '-';
  }

  private static int code(String line) throws ProtocolException {
    int code = 0;
    for (int i = 0; i < 3; i++) {
      char digit = i < line.length() ? line.charAt(i) : ' ';
      if (digit < '0' || digit > '9') {
        throw new ProtocolException("the server's reply has no code");
      }
      code = code * 10 + digit - '0';
    }
    if (code < 200 || code > 599) {
      throw new ProtocolException("the server's reply has the code " + code);
    }
    return code;
  }

  /** Without its end, which is CRLF or, from some servers, LF. */
  private String line() throws IOException {
    StringBuilder begun = new StringBuilder();
    while (true) {
      for (int i = from; i < to; i++) {
        if (buffer[i] == '\n') {
          int end = i > from && buffer[i - 1] == '\r' ? i - 1 : i;
          String rest = new String(buffer, from, end - from, UTF_8);
          from = i + 1;
          return begun.isEmpty() ? rest : begun.append(rest).toString().stripTrailing();
        }
      }
      begun.append(new String(buffer, from, to - from, UTF_8));
      if (begun.length() > LONGEST) {
        throw new ProtocolException("the server's line has no end");
      }
      fill();
    }
  }

  private void fill() throws IOException {
    from = 0;
    to = 0;
    int read = in.read(buffer);
    if (read < 0) {
      throw new EOFException("the server closed the connection");
    }
    to = read;
  }
}
