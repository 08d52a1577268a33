package dev.campanile.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A text as it goes out: in UTF-8. */
public final class Utf8Text {

  private final byte[] octets;

  private Utf8Text(byte[] octets) {
    this.octets = octets;
  }

  public static Utf8Text of(String text) {
    return new Utf8Text(text.getBytes(UTF_8));
  }

  static Utf8Text written(CharSequence octets) {
    return new Utf8Text(Octets.bytes(octets));
  }

  /** For reading only. */
  public byte[] octets() {
    return octets;
  }

  @Override
  public String toString() {
    return new String(octets, UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Utf8Text text && Arrays.equals(octets, text.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }
}
