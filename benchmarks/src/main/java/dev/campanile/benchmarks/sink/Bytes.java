package dev.campanile.benchmarks.sink;

import java.nio.charset.StandardCharsets;

/** Looks for things in bytes without making strings of them. */
final class Bytes {
  static final int END_OF_MAIL_LENGTH = 5;

  private static final byte[] END_OF_MAIL = ascii("\r\n.\r\n");

  private Bytes() {}

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Where the byte is, or -1. */
  static int indexOf(byte wanted, byte[] bytes, int from, int limit) {
    for (int at = from; at < limit; at++) {
      if (bytes[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  static int indexOf(byte[] wanted, byte[] bytes, int from, int limit) {
    int last = limit - wanted.length;
    for (int at = indexOf(wanted[0], bytes, from, limit);
        at >= 0 && at <= last;
        at = indexOf(wanted[0], bytes, at + 1, limit)) {
      if (startsWith(wanted, bytes, at, limit)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Where {@code CR LF . CR LF} begins, or -1. Only every fifth byte is looked at, unless it could
   * be a part of it: nearly none is.
   */
  static int endOfMail(byte[] bytes, int from, int limit) {
    int at = from + 4;
    while (at < limit) {
      switch (bytes[at]) {
        case '\n' -> {
          if (startsWith(END_OF_MAIL, bytes, at - 4, limit)) {
            return at - 4;
          }
          // It may be the line break before the dot.
          at += 3;
        }
        case '\r' -> at += 1;
        case '.' -> at += 2;
        default -> at += 5;
      }
    }
    return -1;
  }

  static boolean startsWith(byte[] wanted, byte[] bytes, int from, int limit) {
    if (from < 0 || from + wanted.length > limit) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** The same, taking capital letters for small ones; {@code wanted} is of small ones. */
  static boolean startsWithIgnoringCase(byte[] wanted, byte[] bytes, int from, int limit) {
    if (from + wanted.length > limit) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      byte found = bytes[from + i];
      if ((found >= 'A' && found <= 'Z' ? found + 32 : found) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
