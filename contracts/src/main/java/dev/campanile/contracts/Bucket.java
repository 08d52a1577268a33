package dev.campanile.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One of 64 fixed logical buckets. Everything about a profile is ordered within its bucket; a
 * topic's partition is the bucket modulo its partition count.
 */
public record Bucket(@JsonValue int value) implements Comparable<Bucket> {

  public static final int COUNT = 64;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Bucket {
    if (value < 0 || value >= COUNT) {
      throw new IllegalArgumentException("a bucket is 0 to 63, not " + value);
    }
  }

  /** Never changes: stored rows and partitions depend on it. */
  public static Bucket of(ProfileId profile) {
    return of(
        profile.value().getMostSignificantBits()
            ^ Long.rotateLeft(profile.value().getLeastSignificantBits(), 32));
  }

  /** For what belongs to no profile yet, such as an address nobody holds. */
  public static Bucket of(String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 31 + text.charAt(i);
    }
    return of(hash);
  }

  private static Bucket of(long bits) {
    long mixed = bits * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    return new Bucket((int) (mixed >>> 58));
  }

  public int partition(int partitions) {
    return value % partitions;
  }

  @Override
  public int compareTo(Bucket other) {
    return Integer.compare(value, other.value);
  }
}
