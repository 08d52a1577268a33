package dev.campanile.profile.receipt;

import static dev.campanile.profile.ProfileApi.api;
import static dev.campanile.profile.ProfileApi.idOf;
import static dev.campanile.profile.ProfileApi.imported;
import static dev.campanile.profile.ProfileApi.timelineOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.MessageRef;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Source;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.contracts.Topic;
import dev.campanile.profile.ServiceTest;
import dev.campanile.profile.Topics;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@ServiceTest
class ReceiptTest {

  private static final Instant NOW = TestClock.START;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Topics topics;
  @Inject Database database;

  @Test
  void aStopBindsEveryCustomerWithThatNumber() {
    imported(
        "externalId,phone\nstop-a,+393332000001\nstop-b,+393332000001\nstop-c,+393332000002\n");
    UUID revocation = UUID.randomUUID();

    tell(revoked(revocation, Channel.SMS, "+393332000001"));

    for (String bound : List.of("stop-a", "stop-b")) {
      ContactCard card =
          topics.cards(idOf(bound), c -> c.foldedRevocations().contains(revocation)).getLast();
      assertThat(card.foldedRevocations()).containsExactly(revocation);
      assertThat(address(card, Channel.SMS).consents())
          .containsExactly(new ContactCard.Consent(ConsentTopic.ALL, ConsentState.OPTED_OUT));
      assertThat(address(card, Channel.CHAT).consents()).isEmpty();
      assertThat(timelineOf(idOf(bound))).containsExactly("REVOKED");
    }
    assertThat(topics.cards(idOf("stop-c"), _ -> true)).hasSize(1);
  }

  @Test
  void anImportOfWhatWasSaidBeforeDoesNotUndoAStop() {
    String csv =
        "externalId,phone,smsConsent,consentSource,consentAt\n"
            + "undo,+393332000009,OPTED_IN,form,2026-03-01\n";
    imported(csv);
    UUID revocation = UUID.randomUUID();
    tell(revoked(revocation, Channel.SMS, "+393332000009"));
    topics.cards(idOf("undo"), card -> !card.foldedRevocations().isEmpty());

    imported(csv);

    ContactCard card = topics.cards(idOf("undo"), c -> c.version() == 2).getLast();
    assertThat(address(card, Channel.SMS).consents())
        .contains(new ContactCard.Consent(ConsentTopic.ALL, ConsentState.OPTED_OUT));
    assertThat(card.version()).isEqualTo(2);
  }

  @Test
  void aRefusedAddressIsSuppressedForEveryHolder() {
    imported("externalId,email\nref-a,gone@example.com\nref-b,gone@example.com\n");

    tell(
        new Receipt.AddressRefused(
            Channel.EMAIL, "gone@example.com", SuppressionReason.HARD, "5.1.1", NOW));

    for (String holder : List.of("ref-a", "ref-b")) {
      ContactCard card = topics.cards(idOf(holder), c -> c.version() == 2).getLast();
      assertThat(address(card, Channel.EMAIL).suppression()).isEqualTo(SuppressionReason.HARD);
    }
  }

  @Test
  void messagesAndAnswersAreOnTheTimelineOnce() {
    imported("externalId,phone\ntime,+393332000020\n");
    UUID id = idOf("time");
    Receipt accepted = new Receipt.Accepted(message(id, 1), Channel.SMS, 1, "SM1", false, NOW);
    Receipt skipped =
        new Receipt.Skipped(message(id, 2), Channel.SMS, Reason.OPEN_CASE, NOW.plusSeconds(1));
    Receipt wrote =
        new Receipt.InboundReceived(
            UUID.randomUUID(),
            Channel.SMS,
            "+393332000020",
            "+39000",
            "Grazie",
            NOW.plusSeconds(2));

    tell(accepted, skipped, wrote);
    tell(accepted, skipped, wrote);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(timelineOf(id))
                    .containsExactly("INBOUND_RECEIVED", "SKIPPED", "ACCEPTED"));
    var page = api().queryParam("limit", 2).get("/v1/profiles/" + id + "/timeline").jsonPath();
    assertThat(page.getString("data[1].reason")).isEqualTo("OPEN_CASE");
    assertThat(page.getString("data[1].source.key")).isEqualTo("weekend");
    var rest =
        api()
            .queryParam("cursor", page.getString("nextCursor"))
            .get("/v1/profiles/" + id + "/timeline")
            .jsonPath();
    assertThat(rest.getList("data.kind")).containsExactly("ACCEPTED");
  }

  @Test
  void whoReadAMessageStandsOnTheTimelineMarked() {
    imported("externalId,email\nreads,reads@example.com\n");
    UUID id = idOf("reads");
    Receipt opened =
        new Receipt.Opened(
            UUID.randomUUID(), message(id, 1), Channel.EMAIL, Receipt.Reader.PREFETCH, NOW);
    Receipt clicked =
        new Receipt.Clicked(
            UUID.randomUUID(),
            message(id, 1),
            Channel.EMAIL,
            "1",
            Receipt.Reader.HUMAN,
            NOW.plusSeconds(1));

    tell(opened, clicked);
    tell(opened, clicked);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(timelineOf(id)).containsExactly("CLICKED", "OPENED"));
    var page = api().get("/v1/profiles/" + id + "/timeline").jsonPath();
    assertThat(page.getList("data.reason")).containsExactly("HUMAN", "PREFETCH");
    assertThat(page.getString("data[0].detail")).isEqualTo("link 1");
  }

  @Test
  void aMessageToAMereAddressIsOnNobodysTimeline() {
    imported("externalId,phone\nmere,+393332000031\n");
    UUID nobody = ProfileId.ofAddress(Channel.SMS, "+393332000031").value();

    tell(
        new Receipt.Delivered(message(nobody, 1), Channel.SMS, 1, NOW),
        new Receipt.Delivered(message(idOf("mere"), 1), Channel.SMS, 1, NOW));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(timelineOf(idOf("mere"))).containsExactly("DELIVERED"));
    assertThat(
            database.<Integer>read(
                handle ->
                    handle
                        .createQuery("select count(*) from timeline_entry where profile_id = :id")
                        .bind("id", nobody)
                        .mapTo(Integer.class)
                        .one()))
        .isZero();
  }

  @Test
  void aMalformedRecordIsADeadLetterAndTheNextIsApplied() {
    imported("externalId,email\nbad-a,bad-a@example.com\n");
    topics.sendRaw(Topic.MESSAGE_RECEIPTS, "bucket-0", "no receipt".getBytes(UTF_8));

    tell(
        new Receipt.AddressRefused(
            Channel.EMAIL, "bad-a@example.com", SuppressionReason.HARD, "5.1.1", NOW));

    topics.cards(idOf("bad-a"), card -> card.version() == 2);
    assertThat(
            topics.read(
                Topic.MESSAGE_RECEIPTS.deadLetterName(),
                seen -> seen.stream().anyMatch(ReceiptTest::isTheBadOne)))
        .anyMatch(ReceiptTest::isTheBadOne);
  }

  private static boolean isTheBadOne(ConsumerRecord<String, byte[]> letter) {
    return new String(letter.value(), UTF_8).equals("no receipt");
  }

  private void tell(Receipt... receipts) {
    topics.send(
        Topic.MESSAGE_RECEIPTS, "bucket-0", new MessageReceipts(new Bucket(0), List.of(receipts)));
  }

  private static Receipt revoked(UUID id, Channel channel, String address) {
    return new Receipt.Revoked(
        id, channel, address, ConsentTopic.ALL, Receipt.Revoked.Cause.KEYWORD, "STOP", NOW);
  }

  private static MessageRef message(UUID profile, int revision) {
    Source source =
        new Source.Campaign("weekend", RunId.of("0199a8f0-0000-7000-8000-0000000000aa"));
    ProfileId id = new ProfileId(profile);
    return new MessageRef(
        MessageId.of(source, id), id, source, LocalDate.of(2026, 11, 21), revision);
  }

  private static ContactAddress address(ContactCard card, Channel channel) {
    return card.addresses().stream().filter(a -> a.channel() == channel).findFirst().orElseThrow();
  }
}
