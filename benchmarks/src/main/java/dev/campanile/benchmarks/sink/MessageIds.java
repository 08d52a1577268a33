package dev.campanile.benchmarks.sink;

import java.util.UUID;

/** Reads a UUID out of bytes. */
final class MessageIds {
  private static final int LENGTH = 36;

  private MessageIds() {}

  /** {@link Arrival#NO_ID} when there is none at this place. */
  static UUID at(byte[] bytes, int from, int limit) {
    if (from < 0 || from + LENGTH > limit) {
      return Arrival.NO_ID;
    }
    long high = 0;
    long low = 0;
    int digits = 0;
    for (int at = from; at < from + LENGTH; at++) {
      int offset = at - from;
      boolean hyphen = offset == 8 || offset == 13 || offset == 18 || offset == 23;
      int digit = Character.digit(bytes[at], 16);
      if (hyphen ? bytes[at] != '-' : digit < 0) {
        return Arrival.NO_ID;
      }
      if (!hyphen) {
        if (digits < 16) {
          high = high << 4 | digit;
        } else {
          low = low << 4 | digit;
        }
        digits++;
      }
    }
    return new UUID(high, low);
  }
}
