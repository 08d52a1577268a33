package dev.campanile.gateway.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Source;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** An address on a channel, as one run or request sees it. */
record Claim(UUID source, Channel channel, String address) {

  static Claim of(Source source, Channel channel, String address) {
    return new Claim(source.id(), channel, address);
  }

  /** As it is stored: worth nothing elsewhere. */
  UUID hash() {
    String text = source.toString() + '|' + channel + '|' + address;
    try {
      ByteBuffer digest =
          ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
      return new UUID(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
