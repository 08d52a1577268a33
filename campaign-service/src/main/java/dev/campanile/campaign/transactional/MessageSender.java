package dev.campanile.campaign.transactional;

import static java.util.stream.Collectors.toSet;

import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.content.PublishedContents;
import dev.campanile.campaign.customer.Customers;
import dev.campanile.campaign.customer.Customers.Wanted;
import dev.campanile.campaign.request.IdempotencyKey;
import dev.campanile.campaign.request.RequestHash;
import dev.campanile.campaign.sending.SendingRepository;
import dev.campanile.campaign.transactional.Passage.Open;
import dev.campanile.campaign.transactional.Passage.Over;
import dev.campanile.campaign.transactional.TransactionalRepository.Asked;
import dev.campanile.campaign.transactional.TransactionalRepository.Order;
import dev.campanile.campaign.transactional.TransactionalRepository.Situation;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.contracts.Source;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import dev.campanile.runtime.outbox.UnorderedRecords;
import dev.campanile.runtime.trace.Hops;
import dev.campanile.runtime.work.Coalescer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Takes requests. Those of the same moment go through together: they are looked up at once, their
 * customers are asked for at once, and they are stored by one statement with no lock that others
 * need.
 */
@ApplicationScoped
class MessageSender {

  private static final Duration REPLAYED = Duration.ofDays(7);
  private static final int TOGETHER = 256;

  private final Database database;
  private final TransactionalRepository messages;
  private final PublishedContents contents;
  private final Customers customers;
  private final Outbox outbox;
  private final Hops hops;
  private final InstantSource time;
  private final Coalescer<Asked, Supplier<MessageId>> toCustomers =
      new Coalescer<>("requests-to-customers", TOGETHER, this::sendAll);

  /** Apart: who names an address need not wait for profile-service. */
  private final Coalescer<Asked, Supplier<MessageId>> toAddresses =
      new Coalescer<>("requests-to-addresses", TOGETHER, this::sendAll);

  MessageSender(
      Database database,
      TransactionalRepository messages,
      PublishedContents contents,
      Customers customers,
      Outbox outbox,
      Hops hops,
      InstantSource time) {
    this.database = database;
    this.messages = messages;
    this.contents = contents;
    this.customers = customers;
    this.outbox = outbox;
    this.hops = hops;
    this.time = time;
  }

  /** The same request by the same name again is the same message. */
  MessageId send(String caller, String key, SendRequest request) {
    CheckedRequest checked = SendCheck.read(request);
    Instant now = time.instant();
    var asked =
        new Asked(
            caller,
            key,
            RequestHash.of(request),
            checked,
            now,
            now.minus(REPLAYED),
            hops.outgoing(Map.of()));
    var together =
        switch (checked.to()) {
          case Addressee.Customer _ -> toCustomers;
          case Addressee.Address _ -> toAddresses;
        };
    return together.ask(asked).get();
  }

  private List<Supplier<MessageId>> sendAll(List<Asked> asked) {
    List<Situation> situations = database.read(handle -> messages.lookUp(handle, asked));
    List<Passage<Planned>> planned = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Situation situation = situations.get(i);
      planned.add(new Open<>(asked.get(i)).then(one -> plan(one, situation)));
    }
    Map<Wanted, Optional<Snapshot>> profiles = profilesFor(open(planned));
    List<Passage<Order>> orders =
        planned.stream().map(each -> each.then(one -> new Open<>(order(one, profiles)))).toList();
    Set<MessageId> taken = take(open(orders));
    return orders.stream().map(order -> answer(order, taken)).toList();
  }

  private static <T> List<T> open(List<Passage<T>> passages) {
    return passages.stream().flatMap(each -> each.open().stream()).toList();
  }

  private Passage<Planned> plan(Asked asked, Situation situation) {
    MessageId before = situation.before();
    if (before != null) {
      return new Over<>(() -> replayed(situation, before, asked));
    }
    SendingRepository.requireNotKilled(situation.sending());
    PublishedContent content = contentOf(asked.request(), situation);
    return new Open<>(
        new Planned(
            asked,
            content,
            ChannelChoice.of(asked.request(), content),
            Values.of(asked.request(), content),
            situation.sending().version()));
  }

  private Map<Wanted, Optional<Snapshot>> profilesFor(List<Planned> planned) {
    List<Wanted> wanted =
        planned.stream().flatMap(one -> one.values().wanted().stream()).distinct().toList();
    List<Optional<Snapshot>> found = customers.snapshots(wanted);
    Map<Wanted, Optional<Snapshot>> profiles = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      profiles.put(wanted.get(i), found.get(i));
    }
    return profiles;
  }

  private static Order order(Planned planned, Map<Wanted, Optional<Snapshot>> profiles) {
    Asked asked = planned.asked();
    PublishedContent content = planned.content();
    Values.Filled filled =
        planned.values().filled(planned.values().wanted().flatMap(profiles::get));
    var source = new Source.Transactional(content.ref().key(), UUID.randomUUID());
    MessageRequests requests =
        new MessageRequests(
            Bucket.of(filled.profileId()),
            content.ref(),
            source,
            content.category(),
            content.topic(),
            planned.channels(),
            asked.at().plus(asked.request().validity()),
            LocalDate.ofInstant(asked.at(), ZoneOffset.UTC),
            List.of(filled.recipient(MessageId.of(source, filled.profileId()))),
            planned.sendingVersion());
    return new Order(
        asked,
        requests,
        OutgoingRecords.batch(Lane.URGENT.requests(), requests).with(asked.headers()));
  }

  private Supplier<MessageId> answer(Passage<Order> passage, Set<MessageId> taken) {
    return switch (passage) {
      case Over<Order>(var answer) -> answer;
      case Open<Order>(var order) ->
          taken.contains(order.messageId()) ? order::messageId : () -> takeByUsedKey(order);
    };
  }

  private Set<MessageId> take(List<Order> orders) {
    return orders.isEmpty() ? Set.of() : database.statement(handle -> take(handle, orders));
  }

  /** Answers which are taken, and were not asked for before by the same key. */
  private Set<MessageId> take(Handle handle, List<Order> orders) {
    return outbox
        .addUnordered(
            messages.add(handle, orders),
            UnorderedRecords.of(orders, order -> order.messageId().value(), Order::outgoing))
        .stream()
        .map(MessageId::new)
        .collect(toSet());
  }

  /** By a request of the same moment, or one that is not replayed any more. */
  private MessageId takeByUsedKey(Order order) {
    return database.transaction(
        handle -> {
          messages.freeKey(handle, order.asked());
          if (!take(handle, List.of(order)).isEmpty()) {
            return order.messageId();
          }
          Situation raced = messages.lookUp(handle, List.of(order.asked())).getFirst();
          MessageId before = raced.before();
          if (before == null) {
            throw new IllegalStateException("a key in use has a message");
          }
          return replayed(raced, before, order.asked());
        });
  }

  private static MessageId replayed(Situation situation, MessageId before, Asked asked) {
    if (!asked.hash().equals(situation.hashBefore())) {
      throw IdempotencyKey.reused("the message " + before).with("messageId", before);
    }
    return before;
  }

  private PublishedContent contentOf(CheckedRequest request, Situation situation) {
    String key = request.content();
    if (situation.version() == 0) {
      throw Problem.of(
              422,
              "CONTENT_NOT_PUBLISHED",
              "No content "
                  + key
                  + " is published. Publish it with POST /v1/contents/"
                  + key
                  + ":publish.")
          .at("/content", "name a published content");
    }
    var ref = new ContentRef(key, situation.version());
    PublishedContent content = contents.of(ref);
    return switch (content.category()) {
      case TRANSACTIONAL, SERVICE -> content;
      case MARKETING, SURVEY ->
          throw Problem.of(
                  422,
                  "CATEGORY_NOT_TRANSACTIONAL",
                  "The content "
                      + key
                      + " is "
                      + content.category()
                      + ": that is sent by a campaign, to those who agreed to it. A message of its"
                      + " own takes TRANSACTIONAL or SERVICE content.")
              .at("/content", "is " + content.category());
    };
  }

  private record Planned(
      Asked asked,
      PublishedContent content,
      List<PlannedChannel> channels,
      Values values,
      long sendingVersion) {}
}
