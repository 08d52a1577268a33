package dev.campanile.gateway.email.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A body in its relaxed form (RFC 6376, 3.4.4): one space for any blanks, none at the end of a
 * line, and no empty lines at the end.
 */
final class RelaxedBody {

  private RelaxedBody() {}

  static byte[] hash(byte[] mail, int start, int end) throws NoSuchAlgorithmException {
    byte[] relaxed = new byte[end - start + 2];
    int length = 0;
    // Behind it there have been empty lines, or nothing.
    int kept = 0;
    int line = start;
    while (line < end) {
      int stop = line;
      while (stop < end && mail[stop] != '\n') {
        stop++;
      }
      int lineStart = length;
      length = relax(mail, line, stop, relaxed, length);
      boolean empty = length == lineStart;
      relaxed[length++] = '\r';
      relaxed[length++] = '\n';
      if (!empty) {
        kept = length;
      }
      line = stop + 1;
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(relaxed, 0, kept);
    return digest.digest();
  }

  /** One line without its end. */
  private static int relax(byte[] mail, int line, int stop, byte[] relaxed, int length) {
    int to = length;
    boolean blank = false;
    for (int i = line; i < stop; i++) {
      byte octet = mail[i];
      if (octet == ' ' || octet == '\t') {
        blank = true;
      } else if (octet != '\r' || i + 1 < stop) {
        if (blank) {
          relaxed[to++] = ' ';
        }
        blank = false;
        relaxed[to++] = octet;
      }
    }
    return to;
  }
}
