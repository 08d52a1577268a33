package dev.campanile.gateway.unsubscribe;

import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.link.LinkSignature;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code <key id>.<message id>.<HMAC-SHA-256>}: names a message to us and nothing to anybody else.
 * Of the digest 128 bits are kept (RFC 2104 allows half), so that the link fits in an SMS.
 */
@ApplicationScoped
class LinkTokens {

  private static final int DIGEST_BYTES = 16;
  private static final int LONGEST = 100;

  private static final String PURPOSE = "unsubscribe";

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final LinkSignature signature;

  LinkTokens(LinkSignature signature) {
    this.signature = signature;
  }

  String of(MessageId message) {
    byte[] bytes = bytes(message);
    return signature.currentKey()
        + "."
        + BASE64.encodeToString(bytes)
        + "."
        + BASE64.encodeToString(signature.sign(PURPOSE, bytes, DIGEST_BYTES));
  }

  /** Empty when it is not one we made. */
  Optional<MessageId> read(String token) {
    String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(parts[1]);
      byte[] given = Base64.getUrlDecoder().decode(parts[2]);
      return bytes.length == 16 && signature.isOurs(parts[0], PURPOSE, bytes, given, DIGEST_BYTES)
          ? Optional.of(message(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
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
