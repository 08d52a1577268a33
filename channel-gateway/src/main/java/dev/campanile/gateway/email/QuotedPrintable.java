package dev.campanile.gateway.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.campanile.gateway.email.smtp.Bytes;

/** Text for servers that take ASCII and short lines only (RFC 2045, 6.7). */
final class QuotedPrintable {

  /** A line has at most 76, its soft break included. */
  private static final int LONGEST = 75;

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(US_ASCII);

  private QuotedPrintable() {}

  static void add(byte[] text, Bytes out) {
    int used = 0;
    for (int i = 0; i < text.length; i++) {
      byte octet = text[i];
      if (octet == '\n' || octet == '\r') {
        if (octet == '\r' && i + 1 < text.length && text[i + 1] == '\n') {
          i++;
        }
        out.line();
        used = 0;
        continue;
      }
      boolean plain = isPlain(octet, i + 1 == text.length ? '\n' : text[i + 1]);
      int size = plain ? 1 : 3;
      if (used + size > LONGEST) {
        out.add('=').line();
        used = 0;
      }
      used += size;
      if (plain) {
        out.add(octet);
      } else {
        out.add('=').add(HEX[(octet >> 4) & 0xf]).add(HEX[octet & 0xf]);
      }
    }
    if (used > 0) {
      out.line();
    }
  }

  /** A blank at the end of a line gets lost on the way. */
  private static boolean isPlain(byte octet, int next) {
    return octet == ' ' || octet == '\t'
        ? next != '\n' && next != '\r'
        : octet > ' ' && octet < 0x7f && octet != '=';
  }
}
