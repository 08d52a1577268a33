package dev.campanile.gateway.decision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.BucketHeartbeat;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.ProfileId;
import dev.campanile.gateway.contact.AddressCards;
import dev.campanile.gateway.contact.Cards;
import dev.campanile.gateway.contact.HeartbeatRepository;
import dev.campanile.gateway.contact.SuppressionRepository;
import dev.campanile.gateway.content.Contents;
import dev.campanile.gateway.control.RunControls;
import dev.campanile.gateway.control.Said;
import dev.campanile.gateway.gate.CardState;
import dev.campanile.gateway.gate.Gate;
import dev.campanile.gateway.gate.Revocation;
import dev.campanile.gateway.inbound.ChatWindows;
import dev.campanile.gateway.ledger.Intent;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.revocation.Revocations;
import dev.campanile.gateway.revocation.Revocations.OfProfile;
import dev.campanile.runtime.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Loads for a whole batch at once: a few round trips, however many messages. */
@ApplicationScoped
class SurroundingsLoader {

  private final Cards cards;
  private final AddressCards addressCards;
  private final Revocations revocations;
  private final Contents contents;
  private final ChatWindows windows;

  SurroundingsLoader(
      Cards cards,
      AddressCards addressCards,
      Revocations revocations,
      Contents contents,
      ChatWindows windows) {
    this.cards = cards;
    this.addressCards = addressCards;
    this.revocations = revocations;
    this.contents = contents;
    this.windows = windows;
  }

  Surroundings load(Handle handle, List<Message> messages, Instant now) {
    Set<NamedAddress> named = named(messages);
    Map<ProfileId, CardState> states = cards.of(handle, customers(messages));
    List<ContactCard> known = readable(states.values());
    RoundTrip trip = new RoundTrip();
    var suppressed = trip.ask(SuppressionRepository.at(addresses(known)));
    var revoked = trip.ask(Revocations.activeFor(known));
    var said = trip.ask(RunControls.of(distinct(messages, Intent::source)));
    var heard = trip.ask(HeartbeatRepository.last(asking(messages)));
    trip.make(handle);
    cards.suppress(states, suppressed.rows());
    Map<ProfileId, List<Revocation>> standing =
        revoked.rows().stream()
            .collect(
                groupingBy(
                    OfProfile::profile, HashMap::new, mapping(OfProfile::revocation, toList())));
    if (!named.isEmpty()) {
      states.putAll(addressCards.of(handle, named));
      standing.putAll(revocations.activeAtNamed(handle, named));
    }
    Map<ContentRef, ContentVersion> arrived = contents(messages);
    return new Surroundings(
        now,
        Said.by(said.rows()),
        states,
        heard.rows().stream().collect(toMap(BucketHeartbeat::bucket, BucketHeartbeat::at)),
        standing,
        arrived,
        windows(handle, arrived.values(), readable(states.values())));
  }

  /** Buckets of messages that need a sign of life. */
  private static Set<Bucket> asking(List<Message> messages) {
    return messages.stream()
        .map(Message::intent)
        .filter(intent -> Gate.asksForHeartbeat(intent.category()))
        .map(Intent::bucket)
        .collect(toSet());
  }

  private static Set<String> addresses(List<ContactCard> cards) {
    return cards.stream()
        .flatMap(card -> card.addresses().stream())
        .map(ContactAddress::address)
        .collect(toSet());
  }

  private static Set<ProfileId> customers(List<Message> messages) {
    return messages.stream()
        .map(Message::intent)
        .filter(intent -> intent.to() == null)
        .map(Intent::profileId)
        .collect(toSet());
  }

  private static Set<NamedAddress> named(List<Message> messages) {
    return messages.stream()
        .flatMap(message -> Stream.ofNullable(message.intent().to()))
        .collect(toSet());
  }

  private static List<ContactCard> readable(Collection<CardState> states) {
    return states.stream().flatMap(state -> Stream.ofNullable(state.readable())).toList();
  }

  private Map<ContentRef, ContentVersion> contents(List<Message> messages) {
    Map<ContentRef, ContentVersion> arrived = new HashMap<>();
    for (ContentRef ref : distinct(messages, Intent::content)) {
      ContentVersion content = contents.find(ref);
      if (content != null) {
        arrived.put(ref, content);
      }
    }
    return arrived;
  }

  private Map<String, Map<String, Instant>> windows(
      Handle handle, Collection<ContentVersion> arrived, List<ContactCard> known) {
    Map<String, Map<String, Instant>> last = new HashMap<>();
    Set<String> customers =
        known.stream()
            .flatMap(card -> card.addresses().stream())
            .filter(address -> address.channel() == Channel.CHAT)
            .map(ContactAddress::address)
            .collect(toSet());
    if (customers.isEmpty()) {
      return last;
    }
    arrived.stream()
        .map(Surroundings::chatNumber)
        .filter(number -> !number.isEmpty())
        .distinct()
        .forEach(number -> last.put(number, windows.lastInbound(handle, number, customers)));
    return last;
  }

  private static <V> Set<V> distinct(List<Message> messages, Function<Intent, V> part) {
    return messages.stream().map(Message::intent).map(part).collect(toSet());
  }
}
