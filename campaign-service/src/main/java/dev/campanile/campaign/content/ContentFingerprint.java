package dev.campanile.campaign.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.WireFormat;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** Two versions with the same fingerprint say the same; number and time of publishing apart. */
final class ContentFingerprint {

  private ContentFingerprint() {}

  static String of(ContentVersion version) {
    MessageDigest digest = sha256();
    digest.update(WireFormat.write(version.brand()));
    digest.update((version.category() + "|" + version.topic() + "|").getBytes(UTF_8));
    digest.update(version.defaultLocale().getBytes(UTF_8));
    new TreeMap<>(version.locales())
        .forEach(
            (locale, projections) -> {
              digest.update(("|" + locale + "|").getBytes(UTF_8));
              digest.update(WireFormat.write(projections));
            });
    version.links().forEach(link -> digest.update(WireFormat.write(link)));
    version.variables().forEach(variable -> digest.update(WireFormat.write(variable)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
