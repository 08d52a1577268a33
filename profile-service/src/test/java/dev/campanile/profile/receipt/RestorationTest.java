package dev.campanile.profile.receipt;

import static dev.campanile.profile.ProfileApi.api;
import static dev.campanile.profile.ProfileApi.idOf;
import static dev.campanile.profile.ProfileApi.imported;
import static dev.campanile.profile.ProfileApi.timelineOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.Consent;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Topic;
import dev.campanile.profile.ServiceTest;
import dev.campanile.profile.Topics;
import dev.campanile.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class RestorationTest {

  private static final Instant NOW = TestClock.START;
  private static final Consent NO_TO_ALL = new Consent(ConsentTopic.ALL, ConsentState.OPTED_OUT);
  private static final Consent NOTHING_OF_ALL = new Consent(ConsentTopic.ALL, ConsentState.UNKNOWN);
  private static final Consent YES = new Consent(ConsentTopic.MARKETING, ConsentState.OPTED_IN);

  @Inject Topics topics;

  @Test
  void aStartGivesBackWhatTheStopTook() {
    customer("start-1", "+393335000001", "OPTED_IN");
    UUID stop = UUID.randomUUID();
    tell(revoked(stop, "+393335000001", NOW));

    tell(restored("+393335000001", stop));

    UUID id = idOf("start-1");
    assertThat(consents(topics.cards(id, card -> card.version() == 3).getLast()))
        .containsExactlyInAnyOrder(YES, NOTHING_OF_ALL);
    assertThat(timelineOf(id)).containsExactly("RESTORED", "REVOKED");
    var ledger = api().get("/v1/profiles/" + id + "/consents").jsonPath();
    assertThat(ledger.getString("data[0].how")).isEqualTo("KEYWORD");
    assertThat(ledger.getString("data[0].state")).isEqualTo("UNKNOWN");
    assertThat(ledger.getString("data[0].proof")).contains(stop.toString()).contains("START");
  }

  @Test
  void aNoFromElsewhereStays() {
    customer("start-2", "+393335000002", "OPTED_OUT");
    UUID stop = UUID.randomUUID();
    UUID marker = UUID.randomUUID();
    tell(revoked(stop, "+393335000002", NOW));

    tell(restored("+393335000002", stop));
    tell(revoked(marker, "+393335000002", NOW.plusSeconds(9)));

    var cards = topics.cards(idOf("start-2"), c -> c.foldedRevocations().contains(marker));
    assertThat(cards).allSatisfy(card -> assertThat(consents(card)).contains(NO_TO_ALL));
  }

  @Test
  void aSecondStopIsNotTakenBackWithTheFirst() {
    customer("start-3", "+393335000003", "OPTED_IN");
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    tell(revoked(first, "+393335000003", NOW));
    tell(restored("+393335000003", first), revoked(second, "+393335000003", NOW.plusSeconds(5)));
    topics.cards(idOf("start-3"), c -> c.foldedRevocations().contains(second));

    tell(restored("+393335000003", first));
    UUID last = UUID.randomUUID();
    tell(revoked(last, "+393335000003", NOW.plusSeconds(6)));

    assertThat(
            consents(
                topics.cards(idOf("start-3"), c -> c.foldedRevocations().contains(last)).getLast()))
        .contains(NO_TO_ALL);
  }

  @Test
  void aStopThatIsHeardOfAfterItsStartBindsNobody() {
    customer("start-4", "+393335000004", "OPTED_IN");
    UUID stop = UUID.randomUUID();

    tell(restored("+393335000004", stop));
    tell(revoked(stop, "+393335000004", NOW));

    ContactCard card =
        topics.cards(idOf("start-4"), c -> c.foldedRevocations().contains(stop)).getLast();
    assertThat(consents(card)).containsExactly(YES);
  }

  @Test
  void whatIsToldAgainChangesNothing() {
    customer("start-5", "+393335000005", "OPTED_IN");
    UUID stop = UUID.randomUUID();
    tell(revoked(stop, "+393335000005", NOW));
    tell(restored("+393335000005", stop));
    topics.cards(idOf("start-5"), card -> card.version() == 3);

    tell(revoked(stop, "+393335000005", NOW), restored("+393335000005", stop));
    UUID last = UUID.randomUUID();
    tell(revoked(last, "+393335000005", NOW.plusSeconds(9)));

    var cards = topics.cards(idOf("start-5"), c -> c.foldedRevocations().contains(last));
    assertThat(cards).hasSize(4);
    assertThat(consents(cards.get(2))).contains(NOTHING_OF_ALL);
  }

  private static void customer(String externalId, String phone, String consent) {
    imported(
        "externalId,phone,smsConsent,consentSource,consentAt\n%s,%s,%s,form,2026-03-01\n"
            .formatted(externalId, phone, consent));
  }

  private static List<Consent> consents(ContactCard card) {
    return card.addresses().stream()
        .filter(address -> address.channel() == Channel.SMS)
        .flatMap(address -> address.consents().stream())
        .toList();
  }

  private void tell(Receipt... receipts) {
    topics.send(
        Topic.MESSAGE_RECEIPTS, "bucket-0", new MessageReceipts(new Bucket(0), List.of(receipts)));
  }

  private static Receipt revoked(UUID id, String number, Instant at) {
    return new Receipt.Revoked(
        id, Channel.SMS, number, ConsentTopic.ALL, Receipt.Revoked.Cause.KEYWORD, "STOP", at);
  }

  private static Receipt restored(String number, UUID revocation) {
    return new Receipt.Restored(
        UUID.nameUUIDFromBytes(revocation.toString().getBytes(UTF_8)),
        Channel.SMS,
        number,
        ConsentTopic.ALL,
        List.of(revocation),
        "START",
        NOW.plusSeconds(3));
  }
}
