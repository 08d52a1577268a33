package dev.campanile.campaign.transactional;

import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.content.PublishedContents;
import dev.campanile.campaign.request.IdempotencyKey;
import dev.campanile.campaign.request.RequestHash;
import dev.campanile.campaign.sending.SendingRepository;
import dev.campanile.campaign.transactional.TransactionalRepository.Asked;
import dev.campanile.campaign.transactional.TransactionalRepository.Order;
import dev.campanile.campaign.transactional.TransactionalRepository.Situation;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Source;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import dev.campanile.runtime.trace.Hops;
import dev.campanile.runtime.work.Coalescer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes requests: those of the same moment are looked up at once, and stored in one short
 * transaction with no lock that others need.
 */
@ApplicationScoped
class MessageSender {

  private static final Duration REPLAYED = Duration.ofDays(7);
  private static final int TOGETHER = 256;

  private final Database database;
  private final TransactionalRepository messages;
  private final PublishedContents contents;
  private final Values values;
  private final Outbox outbox;
  private final Hops hops;
  private final InstantSource time;
  private final Coalescer<Asked, Situation> lookUps = new Coalescer<>(TOGETHER, this::lookUp);
  private final Coalescer<Order, Boolean> orders = new Coalescer<>(TOGETHER, this::take);

  MessageSender(
      Database database,
      TransactionalRepository messages,
      PublishedContents contents,
      Values values,
      Outbox outbox,
      Hops hops,
      InstantSource time) {
    this.database = database;
    this.messages = messages;
    this.contents = contents;
    this.values = values;
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
            caller, key, RequestHash.of(request), checked.content(), now, now.minus(REPLAYED));
    Situation situation = lookUps.ask(asked);
    MessageId before = situation.before();
    if (before != null) {
      return replayed(situation, before, asked);
    }
    SendingRepository.requireNotKilled(situation.sending());
    PublishedContent content = contentOf(checked, situation);
    List<PlannedChannel> plan = ChannelChoice.of(checked, content);
    Values.Filled filled = values.of(checked, content);
    var source = new Source.Transactional(checked.content(), UUID.randomUUID());
    MessageRequests requests =
        new MessageRequests(
            Bucket.of(filled.profileId()),
            content.ref(),
            source,
            content.category(),
            content.topic(),
            plan,
            now.plus(checked.validity()),
            LocalDate.ofInstant(now, ZoneOffset.UTC),
            List.of(filled.recipient(MessageId.of(source, filled.profileId()))));
    var outgoing =
        OutgoingRecords.batch(Lane.URGENT.requests(), requests).with(hops.outgoing(Map.of()));
    var order = new Order(asked, requests, outgoing);
    return orders.ask(order) ? order.messageId() : takeByUsedKey(order);
  }

  private List<Situation> lookUp(List<Asked> asked) {
    return database.transaction(handle -> messages.lookUp(handle, asked));
  }

  /** Answers of each whether it is taken, and not one asked for before by the same key. */
  private List<Boolean> take(List<Order> orders) {
    return database.transaction(
        handle -> {
          Set<MessageId> taken = take(handle, orders);
          return orders.stream().map(order -> taken.contains(order.messageId())).toList();
        });
  }

  private Set<MessageId> take(Handle handle, List<Order> orders) {
    Set<MessageId> taken = messages.add(handle, orders);
    outbox.addUnordered(
        handle,
        orders.stream()
            .filter(order -> taken.contains(order.messageId()))
            .map(Order::outgoing)
            .toList());
    return taken;
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
}
