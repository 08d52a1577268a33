package dev.campanile.gateway.gate;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.Consent;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.ContactCard.OpenCase;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.SuppressionReason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer of a test, described in the words of the rules. */
final class Customer {

  static final ProfileId ID = ProfileId.of("01900000-0000-7000-8000-000000000001");

  private long version = 5;
  private String country = "IT";
  private List<ZoneId> zones = List.of(ZoneId.of("Europe/Rome"));
  private @Nullable Channel preferred;
  private final List<ContactAddress> addresses = new ArrayList<>();
  private final List<OpenCase> cases = new ArrayList<>();
  private final List<UUID> folded = new ArrayList<>();

  static Customer customer() {
    return new Customer();
  }

  Customer with(Channel channel, String address, Consent... consents) {
    return with(new ContactAddress(channel, address, true, null, List.of(consents)));
  }

  Customer withUndeliverable(Channel channel, String address) {
    return with(new ContactAddress(channel, address, false, null, List.of()));
  }

  Customer withSuppressed(SuppressionReason why, Channel channel, String address) {
    return with(
        new ContactAddress(channel, address, true, why, List.of(optedIn(ConsentTopic.MARKETING))));
  }

  Customer with(ContactAddress address) {
    addresses.add(address);
    return this;
  }

  Customer preferring(Channel channel) {
    preferred = channel;
    return this;
  }

  Customer in(String country, String... zones) {
    this.country = country;
    this.zones = Stream.of(zones).map(ZoneId::of).toList();
    return this;
  }

  Customer withOpenCase(String key, Instant openedAt) {
    cases.add(new OpenCase(key, "NORMAL", openedAt));
    return this;
  }

  Customer knowing(Revocation revocation) {
    folded.add(revocation.id());
    return this;
  }

  Customer atVersion(long version) {
    this.version = version;
    return this;
  }

  ContactCard card() {
    return new ContactCard(
        ID, version, "it-IT", country, zones, preferred, true, addresses, cases, folded);
  }

  static Consent optedIn(ConsentTopic topic) {
    return new Consent(topic, ConsentState.OPTED_IN);
  }

  static Consent optedOut(ConsentTopic topic) {
    return new Consent(topic, ConsentState.OPTED_OUT);
  }

  static Consent optedIn() {
    return optedIn(ConsentTopic.MARKETING);
  }
}
