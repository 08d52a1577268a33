package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the gate must know to decide whether a customer may be reached, and where.
 *
 * @param version rises with every change; a lower one is never applied over a higher one
 * @param locale BCP 47, as the customer reads it
 * @param country ISO 3166-1 alpha-2, when known
 * @param zones the zones the customer may be in, one when it is known; quiet hours hold in all
 * @param preferredChannel the channel the customer declared
 * @param addresses in the order to try them within a channel
 * @param tracking whether the customer agreed that opens and clicks are recorded; a card without it
 *     says no
 * @param openCases service cases that are not closed
 * @param foldedRevocations ids of the gateway's revocations that this card's consents already say
 */
public record ContactCard(
    ProfileId profileId,
    long version,
    String locale,
    @Nullable String country,
    List<ZoneId> zones,
    @Nullable Channel preferredChannel,
    Boolean tracking,
    List<ContactAddress> addresses,
    List<OpenCase> openCases,
    List<UUID> foldedRevocations)
    implements ContactUpdate {

  public ContactCard {
    requireNonNull(profileId);
    requireNonNull(locale);
    // Cards told before customers were asked have none.
    tracking = tracking != null && tracking;
    zones = List.copyOf(zones);
    addresses = List.copyOf(addresses);
    openCases = List.copyOf(openCases);
    foldedRevocations = List.copyOf(foldedRevocations);
    if (version < 1) {
      throw new IllegalArgumentException("a card's version starts at 1");
    }
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("a card has at least one zone: the workspace's");
    }
  }

  @Override
  public String recordKey() {
    return profileId.toString();
  }

  @Override
  public Bucket bucket() {
    return Bucket.of(profileId);
  }

  /**
   * An address with what its holder consented to.
   *
   * @param address normalised: lower-case mail address, E.164 phone number
   * @param valid whether its form can be delivered to
   * @param suppression why it must not be written to, if it must not
   */
  public record ContactAddress(
      Channel channel,
      String address,
      boolean valid,
      @Nullable SuppressionReason suppression,
      List<Consent> consents) {

    public ContactAddress {
      requireNonNull(channel);
      requireNonNull(address);
      consents = List.copyOf(consents);
    }
  }

  /**
   * The state of one topic at one address.
   *
   * @param pausedUntil the customer asked for silence until then
   */
  public record Consent(ConsentTopic topic, ConsentState state, @Nullable Instant pausedUntil) {

    public Consent {
      requireNonNull(topic);
      requireNonNull(state);
    }

    public Consent(ConsentTopic topic, ConsentState state) {
      this(topic, state, null);
    }
  }

  /** A service case the customer is waiting on. */
  public record OpenCase(String key, String severity, Instant openedAt) {

    public OpenCase {
      requireNonNull(key);
      requireNonNull(severity);
      requireNonNull(openedAt);
    }
  }
}
