package dev.campanile.profile.card;

import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.WireFormat;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A card beside the digest of what it shows.
 *
 * @param digest of everything but the version, so that a version rises only with a change
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by shows(), never by equals.
record ChangedCard(ContactCard card, byte[] digest) {

  private static final long ANY_VERSION = 1;

  static ChangedCard of(ContactCard card) {
    ContactCard content =
        new ContactCard(
            card.profileId(),
            ANY_VERSION,
            card.locale(),
            card.country(),
            card.zones(),
            card.preferredChannel(),
            card.tracking(),
            card.addresses(),
            card.openCases(),
            card.foldedRevocations());
    return new ChangedCard(card, sha256(WireFormat.write(content)));
  }

  boolean shows(byte @Nullable [] other) {
    return other != null && Arrays.equals(digest, other);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
