package dev.campanile.campaign.transactional;

import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.content.PublishedContents;
import dev.campanile.campaign.request.IdempotencyKey;
import dev.campanile.campaign.request.RequestHash;
import dev.campanile.campaign.sending.SendingRepository;
import dev.campanile.campaign.transactional.TransactionalRepository.Asked;
import dev.campanile.campaign.transactional.TransactionalRepository.Situation;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Source;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes a request: two statements in one short transaction, and no lock that others need. */
@ApplicationScoped
class MessageSender {

  private static final Duration REPLAYED = Duration.ofDays(7);

  private final Database database;
  private final TransactionalRepository messages;
  private final PublishedContents contents;
  private final Values values;
  private final Outbox outbox;
  private final InstantSource time;

  MessageSender(
      Database database,
      TransactionalRepository messages,
      PublishedContents contents,
      Values values,
      Outbox outbox,
      InstantSource time) {
    this.database = database;
    this.messages = messages;
    this.contents = contents;
    this.values = values;
    this.outbox = outbox;
    this.time = time;
  }

  /** The same request by the same name again is the same message. */
  MessageId send(String caller, String key, SendRequest request) {
    CheckedRequest checked = SendCheck.read(request);
    Instant now = time.instant();
    var asked = new Asked(caller, key, RequestHash.of(request), now, now.minus(REPLAYED));
    Situation situation =
        database.read(handle -> messages.lookUp(handle, checked.content(), asked));
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
    return database.transaction(handle -> take(handle, asked, requests));
  }

  private MessageId take(Handle handle, Asked asked, MessageRequests requests) {
    if (!messages.add(handle, asked, requests)) {
      Situation raced = messages.lookUp(handle, requests.content().key(), asked);
      MessageId before = raced.before();
      if (before == null) {
        throw new IllegalStateException("a key in use has a message");
      }
      return replayed(raced, before, asked);
    }
    outbox.addUnordered(handle, OutgoingRecords.batch(Lane.URGENT.requests(), requests));
    Recipient recipient = requests.items().getFirst();
    return recipient.messageId();
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
