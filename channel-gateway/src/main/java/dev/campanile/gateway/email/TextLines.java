package dev.campanile.gateway.email;

import dev.campanile.gateway.email.smtp.Bytes;
import dev.campanile.gateway.email.smtp.PlainRun;

/** Text as lines of a mail: each ended by CRLF, however it was ended before. */
final class TextLines {

  /** Longer ones do not go through SMTP (RFC 5321, 4.5.3.1.6). */
  private static final int LONGEST = 998;

  /** What the lines are made of. */
  enum Form {
    ASCII,
    EIGHT_BIT,
    /** A line is too long or has a NUL; what was added is of no use. */
    TO_BE_ENCODED
  }

  private TextLines() {}

  static Form add(byte[] text, Bytes out) {
    boolean eightBit = false;
    int line = 0;
    for (int i = 0; i <= text.length; i++) {
      i = PlainRun.end(text, i, text.length);
      byte octet = i == text.length ? (byte) '\n' : text[i];
      if (octet == '\n' || octet == '\r') {
        if (i - line > LONGEST) {
          return Form.TO_BE_ENCODED;
        }
        if (i < text.length || i > line) {
          out.add(text, line, i).line();
        }
        if (octet == '\r' && i + 1 < text.length && text[i + 1] == '\n') {
          i++;
        }
        line = i + 1;
      } else if (octet <= 0) {
        if (octet == 0) {
          return Form.TO_BE_ENCODED;
        }
        eightBit = true;
      }
    }
    return eightBit ? Form.EIGHT_BIT : Form.ASCII;
  }
}
