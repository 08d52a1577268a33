package dev.campanile.gateway.email.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Octets on their way out. Grows, is used again, and belongs to one thread at a time. */
public final class Bytes {

  private byte[] array;
  private int length;

  public Bytes(int capacity) {
    this.array = new byte[capacity];
  }

  public int length() {
    return length;
  }

  public byte at(int index) {
    return array[index];
  }

  public void set(int index, int octet) {
    array[index] = (byte) octet;
  }

  /** For reading up to {@link #length()}; another one after the next octet is added. */
  public byte[] array() {
    return array;
  }

  public void clear() {
    length = 0;
  }

  public void truncate(int to) {
    length = to;
  }

  public Bytes add(int octet) {
    reserve(1);
    array[length++] = (byte) octet;
    return this;
  }

  public Bytes add(byte[] from, int start, int end) {
    reserve(end - start);
    System.arraycopy(from, start, array, length, end - start);
    length += end - start;
    return this;
  }

  /** Nearly always ASCII, and then without a detour; else UTF-8. */
  public Bytes add(String text) {
    int size = text.length();
    reserve(size);
    int at = length;
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        byte[] encoded = text.getBytes(UTF_8);
        return add(encoded, 0, encoded.length);
      }
      array[at++] = (byte) c;
    }
    length = at;
    return this;
  }

  /** Moves what is behind. */
  public void insert(int where, String text) {
    byte[] octets = text.getBytes(UTF_8);
    reserve(octets.length);
    System.arraycopy(array, where, array, where + octets.length, length - where);
    System.arraycopy(octets, 0, array, where, octets.length);
    length += octets.length;
  }

  public Bytes line(String text) {
    return add(text).line();
  }

  public Bytes line() {
    return add('\r').add('\n');
  }

  private void reserve(int more) {
    if (array.length - length < more) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
    }
  }
}
