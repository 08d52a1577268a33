package dev.campanile.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that are computed and not drawn. */
final class HashedUuid {

  private HashedUuid() {}

  /** Version 8 and the RFC 9562 variant over the SHA-256 of the text. */
  static UUID of(String text) {
    ByteBuffer digest = ByteBuffer.wrap(sha256(text));
    long high = (digest.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
    long low = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
