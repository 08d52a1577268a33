package dev.campanile.gateway.link;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret, ready to sign: a mail has several links, and making a {@link Mac} costs as much. */
final class LinkKey {

  private static final String ALGORITHM = "HmacSHA256";

  private final ThreadLocal<Mac> macs;

  LinkKey(byte[] secret) {
    SecretKeySpec key = new SecretKeySpec(secret, ALGORITHM);
    macs = ThreadLocal.withInitial(() -> mac(key));
  }

  /** HMAC-SHA-256 of {@code <purpose>|<said>}. */
  byte[] digest(byte[] purpose, byte[] said) {
    // Begins anew after each doFinal.
    Mac mac = macs.get();
    mac.update(purpose);
    mac.update((byte) '|');
    return mac.doFinal(said);
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
