package dev.campanile.gateway.unsubscribe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.MessageId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code <key id>.<message id>.<HMAC-SHA-256>}: names a message to us and nothing to anybody else.
 * Of the digest 128 bits are kept (RFC 2104 allows half), so that the link fits in an SMS.
 */
@ApplicationScoped
class LinkTokens {

  private static final int DIGEST_BYTES = 16;
  private static final int LONGEST = 100;

  /** A token of another kind of link is none of ours. */
  private static final byte[] PURPOSE = "unsubscribe|".getBytes(UTF_8);

  private final LinkKeys keys;

  LinkTokens(LinkKeys keys) {
    this.keys = keys;
  }

  String of(MessageId message) {
    String id = keys.currentId();
    SecretKeySpec key = keys.get(id);
    if (key == null) {
      throw new IllegalStateException("no link secret " + id);
    }
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    byte[] bytes = bytes(message);
    return id
        + "."
        + base64.encodeToString(bytes)
        + "."
        + base64.encodeToString(digest(key, bytes));
  }

  /** Empty when it is not one we made. */
  Optional<MessageId> read(String token) {
    String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
    SecretKeySpec key = parts.length == 3 ? keys.get(parts[0]) : null;
    if (key == null) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(parts[1]);
      byte[] given = Base64.getUrlDecoder().decode(parts[2]);
      return bytes.length == 16 && MessageDigest.isEqual(digest(key, bytes), given)
          ? Optional.of(message(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static byte[] digest(SecretKeySpec key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(LinkKeys.ALGORITHM);
      mac.init(key);
      mac.update(PURPOSE);
      return Arrays.copyOf(mac.doFinal(message), DIGEST_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + LinkKeys.ALGORITHM, e);
    }
  }

  private static byte[] bytes(MessageId message) {
    UUID id = message.value();
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static MessageId message(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new MessageId(new UUID(buffer.getLong(), buffer.getLong()));
  }
}
