package dev.campanile.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** One intent to tell one customer one thing. Computed, so that asking twice is asking once. */
public record MessageId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MessageId {
    requireNonNull(value);
  }

  public static MessageId of(Source source, ProfileId profile) {
    ByteBuffer digest = ByteBuffer.wrap(sha256(source.identity() + '|' + profile));
    // Version 8 and the RFC 9562 variant: a UUID whose bits are ours.
    long high = (digest.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
    long low = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new MessageId(new UUID(high, low));
  }

  public static MessageId of(String text) {
    return new MessageId(UUID.fromString(text));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
