package dev.campanile.campaign.preview;

import dev.campanile.campaign.content.DraftCompiler;
import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.request.AnsweredRequests;
import dev.campanile.campaign.request.AnsweredRequests.NamedRequest;
import dev.campanile.campaign.sending.Sending;
import dev.campanile.campaign.sending.SendingRepository;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Source;
import dev.campanile.contracts.Topic;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import dev.campanile.runtime.outbox.UnorderedRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Sends a draft to named addresses. Its text is frozen under a name of its own, which no campaign
 * can have.
 */
@ApplicationScoped
class ContentTests {

  private static final String NEXT_VERSION = "select nextval('content_test_version')";
  private static final Duration VALIDITY = Duration.ofHours(1);

  private final Database database;
  private final DraftCompiler drafts;
  private final Recipients recipients;
  private final SendingRepository sending;
  private final AnsweredRequests answers;
  private final Outbox outbox;
  private final InstantSource time;

  ContentTests(
      Database database,
      DraftCompiler drafts,
      Recipients recipients,
      SendingRepository sending,
      AnsweredRequests answers,
      Outbox outbox,
      InstantSource time) {
    this.database = database;
    this.drafts = drafts;
    this.recipients = recipients;
    this.sending = sending;
    this.answers = answers;
    this.outbox = outbox;
    this.time = time;
  }

  SentTest send(String key, TestRequest request, NamedRequest named) {
    Optional<SentTest> before =
        database.read(handle -> answers.find(handle, named, SentTest.class));
    if (before.isPresent()) {
      return before.get();
    }
    Sending allowed = database.read(sending::find);
    SendingRepository.requireNotKilled(allowed);
    int number = database.read(handle -> handle.select(NEXT_VERSION).mapTo(Integer.class).one());
    ContentVersion version = drafts.current(key, ContentRef.ofTest(key, number)).fit();
    PublishedContent content = PublishedContent.of(version);
    List<NamedAddress> addresses = TestAddresses.of(request.to(), content);
    Map<String, Object> values = valuesOf(request, content);
    var source = new Source.Test(key, UUID.randomUUID());
    List<MessageRequests> messages =
        addresses.stream()
            .map(address -> message(version, source, address, values, named.at(), allowed))
            .toList();
    return database.transaction(handle -> send(handle, named, version, messages));
  }

  private SentTest send(
      Handle handle, NamedRequest named, ContentVersion version, List<MessageRequests> messages) {
    var sent = SentTest.of(version.ref(), messages);
    if (!answers.add(handle, named, sent)) {
      return answers
          .find(handle, named, SentTest.class)
          .orElseThrow(() -> new IllegalStateException("somebody else's answer is there"));
    }
    outbox.addUnordered(
        handle,
        UnorderedRecords.of(
            messages,
            message -> message.items().getFirst().messageId().value(),
            message -> OutgoingRecords.batch(Lane.URGENT.requests(), message)));
    ContentRef ref = version.ref();
    outbox.add(
        handle,
        OutgoingRecords.of(
            Topic.CONTENT_PUBLISHED, Bucket.of(ref.key()), ref.recordKey(), version));
    return sent;
  }

  private Map<String, Object> valuesOf(TestRequest request, PublishedContent content) {
    Map<String, Object> data = request.data() == null ? Map.of() : request.data();
    Filling filling =
        Filling.of(
            content, data, recipients.named(request.profile(), request.externalId(), content));
    if (!filling.missing().isEmpty()) {
      Problem problem =
          Problem.of(
                  422,
                  "MISSING_VARIABLES",
                  "The content cannot be said without "
                      + String.join(", ", filling.missing())
                      + ". Send them in data, or name a customer who has them.")
              .with("missing", filling.missing());
      for (String name : filling.missing()) {
        problem = problem.at("/data/" + name, "`" + name + "` has no value and no default");
      }
      throw problem;
    }
    return filling.values();
  }

  private static MessageRequests message(
      ContentVersion version,
      Source source,
      NamedAddress address,
      Map<String, Object> values,
      Instant now,
      Sending allowed) {
    Channel channel = address.channel();
    ProfileId reader = ProfileId.ofAddress(channel, address.address());
    return new MessageRequests(
        Bucket.of(reader),
        version.ref(),
        source,
        version.category(),
        version.topic(),
        List.of(PlannedChannel.valueOf(channel.name())),
        now.plus(VALIDITY),
        LocalDate.ofInstant(now, ZoneOffset.UTC),
        List.of(new Recipient(MessageId.of(source, reader), reader, 0, values, address)),
        allowed.version());
  }

  Instant now() {
    return time.instant();
  }
}
