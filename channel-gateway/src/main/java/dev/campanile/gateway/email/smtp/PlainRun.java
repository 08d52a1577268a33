package dev.campanile.gateway.email.smtp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds where a run of printable ASCII and tabs ends, eight octets at a time: mails are mostly such
 * runs.
 */
public final class PlainRun {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long FIRST_PLAINS = 0x0e0e_0e0e_0e0e_0e0eL;
  private static final long TOP_BITS = 0x8080_8080_8080_8080L;

  /** All line ends and NUL are below it; so is the tab, which is looked at again by itself. */
  private static final int FIRST_PLAIN = 0x0e;

  private PlainRun() {}

  /** The first octet that is a control character or beyond ASCII; the end when there is none. */
  public static int end(byte[] octets, int from, int end) {
    int at = from;
    while (at + Long.BYTES <= end && isPlain((long) EIGHT.get(octets, at))) {
      at += Long.BYTES;
    }
    while (at < end && (octets[at] >= FIRST_PLAIN || octets[at] == '\t')) {
      at++;
    }
    return at;
  }

  /** No octet borrows from its neighbour unless it is below the first plain one itself. */
  private static boolean isPlain(long eight) {
    return (((eight - FIRST_PLAINS) | eight) & TOP_BITS) == 0;
  }
}
