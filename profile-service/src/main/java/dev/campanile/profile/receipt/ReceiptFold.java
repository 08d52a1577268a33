package dev.campanile.profile.receipt;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.MessageRef;
import dev.campanile.contracts.Receipt;
import dev.campanile.profile.address.AddressKey;
import dev.campanile.profile.address.AddressRepository;
import dev.campanile.profile.card.ContactCards;
import dev.campanile.profile.consent.ConsentEntry;
import dev.campanile.profile.consent.ConsentLedger;
import dev.campanile.profile.consent.Restoration;
import dev.campanile.profile.consent.Restorations;
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
 * Folds batches of receipts into timelines, suppression and the consent ledger, and tells the cards
 * that change. Told again, it changes nothing.
 */
@ApplicationScoped
class ReceiptFold {

  private static final String GATEWAY = "channel-gateway";

  /** The version of a UUID that was not drawn. */
  private static final int COMPUTED = 8;

  private final AddressRepository addresses;
  private final ProfileWriter profiles;
  private final ConsentLedger ledger;
  private final RevocationRepository revocations;
  private final Restorations restorations;
  private final SuppressionRepository suppressions;
  private final TimelineRepository timeline;
  private final ContactCards cards;
  private final InstantSource clock;

  ReceiptFold(
      AddressRepository addresses,
      ProfileWriter profiles,
      ConsentLedger ledger,
      RevocationRepository revocations,
      Restorations restorations,
      SuppressionRepository suppressions,
      TimelineRepository timeline,
      ContactCards cards,
      InstantSource clock) {
    this.addresses = addresses;
    this.profiles = profiles;
    this.ledger = ledger;
    this.revocations = revocations;
    this.restorations = restorations;
    this.suppressions = suppressions;
    this.timeline = timeline;
    this.cards = cards;
    this.clock = clock;
  }

  void on(Handle handle, List<MessageReceipts> batches) {
    Sorted sorted = Sorted.of(batches);
    if (sorted.ofAddresses.isEmpty()) {
      // Of nearly all batches: what became of messages changes nobody's card.
      timeline.add(handle, timelineOf(sorted, Map.of()));
    } else {
      fold(handle, sorted);
    }
  }

  private void fold(Handle handle, Sorted sorted) {
    List<AddressKey> changed = sorted.changed();
    addresses.lock(handle, changed);
    Map<AddressKey, Set<UUID>> holders =
        addresses.holders(
            handle, sorted.ofAddresses.stream().map(TimelineEntries::addressOf).toList());
    Set<UUID> bound = new HashSet<>();
    changed.forEach(address -> bound.addAll(holders.getOrDefault(address, Set.of())));
    profiles.lock(handle, List.of(), bound);
    suppressions.add(handle, sorted.suppressed);
    revoke(handle, sorted.revocations);
    restorations.apply(
        handle, sorted.restored.stream().map(ReceiptFold::restoration).toList(), clock.instant());
    timeline.add(handle, timelineOf(sorted, holders));
    cards.tell(handle, bound);
  }

  private void revoke(Handle handle, List<Revocation> told) {
    List<UUID> takenBack = restorations.takenBack(handle, told);
    Map<Boolean, List<ConsentEntry>> entries =
        told.stream()
            .collect(
                partitioningBy(
                    revocation -> takenBack.contains(revocation.id()),
                    mapping(Revocation::entry, toList())));
    ledger.append(handle, entries.getOrDefault(false, List.of()), clock.instant());
    ledger.recordOnly(handle, entries.getOrDefault(true, List.of()), clock.instant());
    revocations.folded(handle, told);
  }

  private static Restoration restoration(Receipt.Restored restored) {
    return new Restoration(
        restored.restorationId(), restored.revocationIds(), restored.evidence(), restored.at());
  }

  private static List<TimelineEntry> timelineOf(Sorted sorted, Map<AddressKey, Set<UUID>> holders) {
    TimelineEntries told = new TimelineEntries();
    List<TimelineEntry> entries = new ArrayList<>();
    sorted.ofMessages.forEach(receipt -> entries.add(told.of(receipt)));
    sorted.readings.forEach(receipt -> entries.add(told.of(receipt)));
    for (Receipt answer : sorted.ofAddresses) {
      for (UUID holder : holders.getOrDefault(TimelineEntries.addressOf(answer), Set.of())) {
        entries.add(told.of(answer, holder));
      }
    }
    return entries;
  }

  /** Batches by what each receipt asks for. */
  private record Sorted(
      List<Receipt.OfMessage> ofMessages,
      List<Receipt.Reading> readings,
      List<Receipt> ofAddresses,
      List<SuppressedAddress> suppressed,
      List<Revocation> revocations,
      List<Receipt.Restored> restored) {

    static Sorted of(List<MessageReceipts> batches) {
      Sorted sorted =
          new Sorted(
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>());
      batches.forEach(batch -> batch.items().forEach(sorted::add));
      return sorted;
    }

    /** Addresses of which something is said that binds every holder. */
    List<AddressKey> changed() {
      List<AddressKey> keys = new ArrayList<>();
      suppressed.forEach(address -> keys.add(address.key()));
      revocations.forEach(revocation -> keys.add(revocation.entry().key()));
      restored.forEach(one -> keys.add(TimelineEntries.addressOf(one)));
      return keys;
    }

    private void add(Receipt receipt) {
      switch (receipt) {
        case Receipt.OfMessage ofMessage -> {
          if (isCustomer(ofMessage.message())) {
            ofMessages.add(ofMessage);
          }
        }
        case Receipt.Reading reading -> {
          if (isCustomer(reading.message())) {
            readings.add(reading);
          }
        }
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
        case Receipt.Restored taken -> {
          restored.add(taken);
          ofAddresses.add(taken);
        }
        case Receipt.InboundReceived inbound -> ofAddresses.add(inbound);
      }
    }

    /** A message to a mere address has a computed id, and nobody's timeline. */
    private static boolean isCustomer(MessageRef message) {
      return message.profileId().value().version() != COMPUTED;
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
