package dev.campanile.contracts;

import dev.campanile.contracts.AudienceMembers.Member;
import dev.campanile.contracts.ContactCard.Consent;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.ContactCard.OpenCase;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.Receipt.Revoked.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One of each record that crosses a boundary. */
final class Samples {

  private static final Instant AT = Instant.parse("2026-11-21T10:15:30Z");
  static final ProfileId ANA = ProfileId.of("0199a8f0-0000-7000-8000-000000000001");
  static final RunId RUN = RunId.of("0199a8f0-0000-7000-8000-0000000000aa");
  static final Source SPRING = new Source.Campaign("spring-sale", RUN);
  private static final Bucket BUCKET = Bucket.of(ANA);
  private static final UUID SOME_ID = UUID.fromString("0199a8f0-0000-7000-8000-0000000000bb");
  private static final MessageRef MESSAGE =
      new MessageRef(MessageId.of(SPRING, ANA), ANA, SPRING, LocalDate.of(2026, 11, 21), 3);

  private Samples() {}

  static Map<String, Object> all() {
    Map<String, Object> samples = new LinkedHashMap<>();
    samples.put("contact-card", card());
    samples.put("contact-erased", new ContactErased(ANA));
    samples.put("bucket-heartbeat", new BucketHeartbeat(BUCKET, AT));
    samples.put("audience-requested", new AudienceRequested(RUN, "buyers", List.of("firstName")));
    samples.put(
        "audience-members",
        new AudienceMembers(RUN, BUCKET, List.of(new Member(ANA, 7, Map.of("firstName", "Ana")))));
    samples.put("audience-bucket-completed", new AudienceBucketCompleted(RUN, BUCKET, 1));
    samples.put("content-version", content());
    samples.put("provider-template", template());
    samples.put("run-control", RunControl.of(RUN, RunControl.State.RUNNING, 1));
    samples.put(
        "run-control-everything",
        new RunControl(RunControl.EVERYTHING, RunControl.State.RUNNING, 4, 3L));
    samples.put("message-requests", requests());
    samples.put("message-requests-transactional", transactional());
    samples.put("message-requests-test", test());
    samples.put("message-receipts", new MessageReceipts(BUCKET, receipts()));
    samples.put(
        "snapshots-requested",
        new SnapshotsRequested(
            List.of(
                SnapshotsRequested.Customer.of(ANA), new SnapshotsRequested.Customer(null, "c-1")),
            List.of("firstName")));
    samples.put(
        "profile-snapshots",
        new ProfileSnapshots(
            List.of(
                new ProfileSnapshots.Snapshot(
                    ANA, "c-1", 7, "it-IT", Map.of("firstName", "Ana")))));
    samples.put(
        "reach-requested",
        new ReachRequested(
            "buyers",
            Category.MARKETING,
            new ConsentTopic("offers"),
            List.of(PlannedChannel.PREFERRED, PlannedChannel.EMAIL),
            Set.of(Channel.EMAIL),
            List.of("firstName")));
    samples.put(
        "reach",
        new Reach(
            3,
            Map.of(Channel.EMAIL, 1L),
            List.of(new Reach.Unreachable(Reason.OPTED_OUT, 2)),
            Map.of("firstName", 1L),
            1,
            AT));
    return samples;
  }

  private static ContactCard card() {
    return new ContactCard(
        ANA,
        7,
        "it-IT",
        "IT",
        List.of(ZoneId.of("Europe/Rome")),
        Channel.CHAT,
        true,
        List.of(
            new ContactAddress(
                Channel.EMAIL,
                "ana@example.com",
                true,
                null,
                List.of(new Consent(ConsentTopic.MARKETING, ConsentState.OPTED_IN))),
            new ContactAddress(
                Channel.SMS,
                "+390600000000",
                true,
                SuppressionReason.MANUAL,
                List.of(new Consent(new ConsentTopic("offers"), ConsentState.OPTED_IN, AT)))),
        List.of(new OpenCase("C-17", "NORMAL", AT)),
        List.of(SOME_ID));
  }

  private static ProviderTemplate template() {
    return new ProviderTemplate(
        "HX00000000000000000000000000000001",
        false,
        "pending",
        "Hello {{1}}",
        List.of(
            new ProviderTemplate.Button(
                ProviderTemplate.ButtonKind.URL, "Shop", "https://shop.example/{{2}}"),
            new ProviderTemplate.Button(ProviderTemplate.ButtonKind.REPLY, "No thanks", null)),
        AT);
  }

  private static ContentVersion content() {
    return new ContentVersion(
        new ContentRef("weekend-offer", 2),
        Category.MARKETING,
        new ConsentTopic("offers"),
        new Brand(
            "basil", "Basil & Bread", "Basil <hello@example.com>", null, "+390600000001", null),
        "en",
        Map.of(
            "en",
            new ContentVersion.Projections(
                new ContentVersion.Email("Hello {{ firstName }}", "<p>Hello</p>", "Hello"),
                new ContentVersion.Sms("Hello {{ firstName }}"),
                new ContentVersion.Chat(
                    "Hello",
                    new ContentVersion.ChatTemplate(
                        "HX00000000000000000000000000000001", List.of("{{ firstName }}"))))),
        List.of(new ContentVersion.Link("1", "https://shop.example/offers?c={{ firstName }}")),
        List.of(new ContentVersion.Variable("firstName", "there")),
        AT);
  }

  static MessageRequests requests() {
    return new MessageRequests(
        BUCKET,
        new ContentRef("weekend-offer", 2),
        SPRING,
        Category.MARKETING,
        new ConsentTopic("offers"),
        List.of(PlannedChannel.PREFERRED, PlannedChannel.EMAIL),
        AT,
        LocalDate.of(2026, 11, 21),
        List.of(new Recipient(MessageId.of(SPRING, ANA), ANA, 7, Map.of("firstName", "Ana"))));
  }

  private static MessageRequests transactional() {
    return toAddress(
        new Source.Transactional("order-confirmation", SOME_ID), Category.TRANSACTIONAL);
  }

  private static MessageRequests test() {
    return toAddress(new Source.Test("weekend-offer", SOME_ID), Category.MARKETING);
  }

  private static MessageRequests toAddress(Source source, Category category) {
    ProfileId reader = ProfileId.ofAddress(Channel.EMAIL, "guest@example.com");
    return new MessageRequests(
        Bucket.of(reader),
        new ContentRef(source.key(), 2),
        source,
        category,
        null,
        List.of(PlannedChannel.EMAIL),
        AT,
        LocalDate.of(2026, 11, 21),
        List.of(
            new Recipient(
                MessageId.of(source, reader),
                reader,
                0,
                Map.of("order", Map.of("number", "A-17")),
                new MessageRequests.NamedAddress(Channel.EMAIL, "guest@example.com", "it"))),
        4L);
  }

  private static List<Receipt> receipts() {
    return List.of(
        new Receipt.Skipped(MESSAGE, Channel.SMS, Reason.OPTED_OUT, AT),
        new Receipt.Deferred(MESSAGE, Channel.SMS, Reason.QUIET_HOURS, AT, AT),
        new Receipt.Accepted(MESSAGE, Channel.EMAIL, 1, "250 ok", false, AT),
        new Receipt.Delivered(MESSAGE, Channel.SMS, 1, AT),
        new Receipt.Bounced(MESSAGE, Channel.SMS, 1, "30003", AT),
        new Receipt.Complained(MESSAGE, Channel.EMAIL, 1, AT),
        new Receipt.Failed(MESSAGE, Channel.EMAIL, Reason.PROVIDER_REJECTED, "550 5.1.1", AT),
        new Receipt.Unknown(MESSAGE, Channel.EMAIL, 1, AT),
        new Receipt.Uncertain(MESSAGE, Channel.EMAIL, 1, AT),
        new Receipt.Opened(SOME_ID, MESSAGE, Channel.EMAIL, Receipt.Reader.PROXY, AT),
        new Receipt.Clicked(SOME_ID, MESSAGE, Channel.EMAIL, "1", Receipt.Reader.HUMAN, AT),
        new Receipt.Restored(
            SOME_ID, Channel.SMS, "+390600000000", ConsentTopic.ALL, List.of(SOME_ID), "START", AT),
        new Receipt.AddressRefused(
            Channel.EMAIL, "ana@example.com", SuppressionReason.HARD, "5.1.1", AT),
        new Receipt.Revoked(
            SOME_ID, Channel.SMS, "+390600000000", ConsentTopic.ALL, Cause.KEYWORD, "STOP", AT),
        new Receipt.InboundReceived(
            SOME_ID, Channel.SMS, "+390600000000", "+390600000001", "STOP", AT));
  }
}
