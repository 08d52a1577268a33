package dev.campanile.runtime.key;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key as it is stored. */
@SuppressWarnings("ArrayRecordComponent") // Compared by opens(), never by equals.
record StoredKey(
    String id,
    String name,
    byte[] hash,
    Set<Grant> scopes,
    Instant createdAt,
    String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  StoredKey {
    scopes = Set.copyOf(scopes);
  }

  /** In a time that does not tell how much of the secret was right. */
  boolean isOpenedBy(KeySecret secret, Instant now) {
    return MessageDigest.isEqual(hash, secret.hash())
        && revokedAt == null
        && (expiresAt == null || now.isBefore(expiresAt));
  }
}
