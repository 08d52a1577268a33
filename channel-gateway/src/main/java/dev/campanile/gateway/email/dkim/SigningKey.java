package dev.campanile.gateway.email.dkim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Reads a private key, RSA or Ed25519, in PKCS#8. */
public final class SigningKey {

  private SigningKey() {}

  /**
   * @param pemOrFile the PEM itself, its Base64 alone, or the path of a file with it
   * @throws IllegalArgumentException when it is neither; never with the key in the message
   */
  public static PrivateKey of(String pemOrFile) {
    String pem = pemOrFile.contains("-----BEGIN") ? pemOrFile : fromFile(pemOrFile);
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      return of(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      throw new IllegalArgumentException(
          "the DKIM key is not PKCS#8 with RSA or Ed25519 (-----BEGIN PRIVATE KEY-----), nor a file with it");
    }
  }

  private static PrivateKey of(PKCS8EncodedKeySpec key) throws GeneralSecurityException {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(key);
    } catch (InvalidKeySpecException _) {
      return KeyFactory.getInstance("Ed25519").generatePrivate(key);
    }
  }

  private static String fromFile(String pathOrKey) {
    try {
      Path path = Path.of(pathOrKey.replaceFirst("^file:", ""));
      return Files.isRegularFile(path) ? Files.readString(path) : pathOrKey;
    } catch (IOException | IllegalArgumentException _) {
      return pathOrKey;
    }
  }
}
