package dev.campanile.benchmarks.broadcast;

import dev.campanile.benchmarks.installation.ServiceSettings;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A broadcast under a setting of the services: a figure and a result file of its own.
 *
 * @param name of the result's files
 * @param title what is different about it
 */
record Variant(String name, String title, ServiceSettings settings) {

  /** As {@code ./campanile up} sends. */
  static final Variant PLAIN = new Variant("broadcast", "Broadcast", ServiceSettings.NONE);

  private static final int RSA_BITS = 2048;

  static List<Variant> all() {
    return List.of(PLAIN, signed());
  }

  private static Variant signed() {
    return new Variant(
        "broadcast-dkim",
        "Broadcast, signed with DKIM (RSA-2048)",
        ServiceSettings.ofGateway(
            Map.of(
                "CAMPANILE_EMAIL_DKIM_DOMAIN", "shop.example.com",
                "CAMPANILE_EMAIL_DKIM_SELECTOR", "monday",
                "CAMPANILE_EMAIL_DKIM_PRIVATE_KEY", privateKey())));
  }

  /** PKCS#8 in Base64, which the gateway takes without its frame; a new one each time. */
  private static String privateKey() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(RSA_BITS);
      return Base64.getEncoder().encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java always has RSA", e);
    }
  }
}
