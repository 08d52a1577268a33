package dev.campanile.profile.receipt;

import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.Receipt;
import dev.campanile.profile.address.AddressKey;
import dev.campanile.profile.address.AddressRepository;
import dev.campanile.profile.card.ContactCards;
import dev.campanile.profile.consent.ConsentEntry;
import dev.campanile.profile.consent.ConsentLedger;
import dev.campanile.profile.consent.Revocation;
import dev.campanile.profile.consent.RevocationRepository;
import dev.campanile.profile.profile.ProfileWriter;
import dev.campanile.profile.suppression.SuppressedAddress;
import dev.campanile.profile.suppression.SuppressionRepository;
import dev.campanile.profile.timeline.TimelineEntry;
import dev.campanile.profile.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Folds a batch of receipts into timelines, suppression and the consent ledger, and tells the cards
 * that change. Told again, it changes nothing.
 */
@ApplicationScoped
class ReceiptFold {

  private static final String GATEWAY = "channel-gateway";

  private final AddressRepository addresses;
  private final ProfileWriter profiles;
  private final ConsentLedger ledger;
  private final RevocationRepository revocations;
  private final SuppressionRepository suppressions;
  private final TimelineRepository timeline;
  private final ContactCards cards;
  private final InstantSource clock;

  ReceiptFold(
      AddressRepository addresses,
      ProfileWriter profiles,
      ConsentLedger ledger,
      RevocationRepository revocations,
      SuppressionRepository suppressions,
      TimelineRepository timeline,
      ContactCards cards,
      InstantSource clock) {
    this.addresses = addresses;
    this.profiles = profiles;
    this.ledger = ledger;
    this.revocations = revocations;
    this.suppressions = suppressions;
    this.timeline = timeline;
    this.cards = cards;
    this.clock = clock;
  }

  void on(Handle handle, MessageReceipts receipts) {
    Sorted sorted = Sorted.of(receipts.items());
    List<AddressKey> restricted = sorted.restricted();
    addresses.lock(handle, restricted);
    Map<AddressKey, Set<UUID>> holders =
        addresses.holders(
            handle, sorted.ofAddresses.stream().map(TimelineEntries::addressOf).toList());
    Set<UUID> bound = new HashSet<>();
    restricted.forEach(address -> bound.addAll(holders.getOrDefault(address, Set.of())));
    profiles.lock(handle, List.of(), bound);
    suppressions.add(handle, sorted.suppressed);
    ledger.append(
        handle, sorted.revocations.stream().map(Revocation::entry).toList(), clock.instant());
    revocations.folded(handle, sorted.revocations);
    timeline.add(handle, timelineOf(sorted, holders));
    cards.tell(handle, bound);
  }

  private static List<TimelineEntry> timelineOf(Sorted sorted, Map<AddressKey, Set<UUID>> holders) {
    List<TimelineEntry> entries = new ArrayList<>();
    sorted.ofMessages.forEach(receipt -> entries.add(TimelineEntries.of(receipt)));
    for (Receipt answer : sorted.ofAddresses) {
      for (UUID holder : holders.getOrDefault(TimelineEntries.addressOf(answer), Set.of())) {
        entries.add(TimelineEntries.of(answer, holder));
      }
    }
    return entries;
  }

  /** A batch by what each receipt asks for. */
  private record Sorted(
      List<Receipt.OfMessage> ofMessages,
      List<Receipt> ofAddresses,
      List<SuppressedAddress> suppressed,
      List<Revocation> revocations) {

    static Sorted of(List<Receipt> receipts) {
      Sorted sorted =
          new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      receipts.forEach(sorted::add);
      return sorted;
    }

    /** Addresses of which something is said that binds every holder. */
    List<AddressKey> restricted() {
      List<AddressKey> keys = new ArrayList<>();
      suppressed.forEach(address -> keys.add(address.key()));
      revocations.forEach(revocation -> keys.add(revocation.entry().key()));
      return keys;
    }

    private void add(Receipt receipt) {
      switch (receipt) {
        case Receipt.OfMessage ofMessage -> ofMessages.add(ofMessage);
        case Receipt.AddressRefused refused -> {
          suppressed.add(
              new SuppressedAddress(
                  new AddressKey(refused.channel(), refused.address()),
                  refused.suppression(),
                  GATEWAY,
                  refused.code(),
                  refused.at()));
          ofAddresses.add(refused);
        }
        case Receipt.Revoked revoked -> {
          revocations.add(new Revocation(revoked.revocationId(), entry(revoked)));
          ofAddresses.add(revoked);
        }
        case Receipt.InboundReceived inbound -> ofAddresses.add(inbound);
      }
    }

    private static ConsentEntry entry(Receipt.Revoked revoked) {
      return new ConsentEntry(
          new AddressKey(revoked.channel(), revoked.address()),
          revoked.topic(),
          ConsentState.OPTED_OUT,
          revoked.at(),
          howOf(revoked.cause()),
          GATEWAY,
          null,
          "revocation " + revoked.revocationId() + ": " + revoked.evidence());
    }

    private static ConsentEntry.How howOf(Receipt.Revoked.Cause cause) {
      return switch (cause) {
        case KEYWORD -> ConsentEntry.How.KEYWORD;
        case ONE_CLICK -> ConsentEntry.How.ONE_CLICK;
        case UNSUBSCRIBE_PAGE -> ConsentEntry.How.UNSUBSCRIBE_PAGE;
        case COMPLAINT -> ConsentEntry.How.COMPLAINT;
        case PROVIDER -> ConsentEntry.How.PROVIDER;
      };
    }
  }
}
