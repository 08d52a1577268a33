package dev.campanile.runtime.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller shows: {@code cmp_<id>_<secret>}. The id finds the key, the secret proves it. It is
 * random and long, so a plain hash of it is as good as a slow one.
 */
record KeySecret(String id, String secret) {

  private static final Pattern FORM = Pattern.compile("cmp_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;

  KeySecret {
    requireNonNull(id);
    requireNonNull(secret);
  }

  static KeySecret draw() {
    return new KeySecret(
        HexFormat.of().formatHex(random(ID_BYTES)),
        Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES)));
  }

  static Optional<KeySecret> parse(String token) {
    Matcher form = FORM.matcher(token);
    return form.matches()
        ? Optional.of(new KeySecret(requireNonNull(form.group(1)), requireNonNull(form.group(2))))
        : Optional.empty();
  }

  String token() {
    return "cmp_" + id + "_" + secret;
  }

  byte[] hash() {
    return sha256(secret.getBytes(US_ASCII));
  }

  static byte[] hashOf(String token) {
    return sha256(token.getBytes(UTF_8));
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "cmp_" + id + "_…";
  }

  private static byte[] random(int bytes) {
    byte[] drawn = new byte[bytes];
    RANDOM.nextBytes(drawn);
    return drawn;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
