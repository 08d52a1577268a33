package dev.campanile.gateway.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Arrays;

/** HMAC-SHA-256 over what a link says, cut short so that the link fits in an SMS. */
@ApplicationScoped
public class LinkSignature {

  private final LinkKeys keys;

  public LinkSignature(LinkKeys keys) {
    this.keys = keys;
  }

  /** Which secret signs now; its id travels with the link. */
  public String currentKey() {
    return keys.currentId();
  }

  /**
   * Signs with the current secret.
   *
   * @param purpose of the link: a signature for one is worth nothing for another
   * @param length in bytes
   */
  public byte[] sign(String purpose, byte[] said, int length) {
    LinkKey key = keys.get(currentKey());
    if (key == null) {
      throw new IllegalStateException("no link secret " + currentKey());
    }
    return digest(key, purpose, said, length);
  }

  /** Whether we signed exactly this; takes as long for a near miss as for any other. */
  public boolean isOurs(String keyId, String purpose, byte[] said, byte[] given, int length) {
    LinkKey key = keys.get(keyId);
    return key != null && MessageDigest.isEqual(digest(key, purpose, said, length), given);
  }

  private static byte[] digest(LinkKey key, String purpose, byte[] said, int length) {
    return Arrays.copyOf(key.digest(purpose.getBytes(UTF_8), said), length);
  }
}
