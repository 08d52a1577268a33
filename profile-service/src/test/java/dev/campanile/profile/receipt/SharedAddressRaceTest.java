package dev.campanile.profile.receipt;

import static dev.campanile.profile.ProfileApi.idOf;
import static dev.campanile.profile.ProfileApi.imported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.Receipt;
import dev.campanile.profile.ServiceTest;
import dev.campanile.profile.Topics;
import dev.campanile.profile.address.AddressKey;
import dev.campanile.profile.address.AddressRepository;
import dev.campanile.profile.address.HeldAddress;
import dev.campanile.profile.card.ContactCards;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.TestClock;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Somebody says STOP while somebody else takes up the same number. */
@ServiceTest
class SharedAddressRaceTest {

  private static final AddressKey NUMBER = new AddressKey(Channel.SMS, "+393334000001");

  @Inject Topics topics;
  @Inject Database database;
  @Inject AddressRepository addresses;
  @Inject ContactCards cards;
  @Inject ReceiptFold fold;

  @Test
  void theOptOutBindsTheOneWhoTakesUpTheNumberAtTheSameMoment() throws Exception {
    imported("externalId\nrace\n");
    UUID newHolder = idOf("race");
    CompletableFuture<Void> stop =
        database.transaction(
            handle -> {
              addresses.lock(handle, Set.of(NUMBER));
              addresses.replace(
                  handle,
                  Set.of(newHolder),
                  Set.of(Channel.SMS),
                  List.of(new HeldAddress(newHolder, NUMBER, true)));
              cards.tell(handle, Set.of(newHolder));
              // Not committed yet: whoever asks now who holds the number does not see this.
              CompletableFuture<Void> running = CompletableFuture.runAsync(this::stop);
              assertThat(running).as("the opt-out waits").failsWithin(1, TimeUnit.SECONDS);
              return running;
            });

    stop.get(20, TimeUnit.SECONDS);

    ContactCard card = topics.cards(newHolder, c -> !c.foldedRevocations().isEmpty()).getLast();
    assertThat(card.addresses().getFirst().consents())
        .extracting(ContactCard.Consent::state)
        .containsExactly(ConsentState.OPTED_OUT);
  }

  private void stop() {
    database.inTransaction(
        handle ->
            fold.on(
                handle,
                List.of(
                    new MessageReceipts(
                        new Bucket(0),
                        List.of(
                            new Receipt.Revoked(
                                UUID.randomUUID(),
                                NUMBER.channel(),
                                NUMBER.address(),
                                ConsentTopic.ALL,
                                Receipt.Revoked.Cause.KEYWORD,
                                "STOP",
                                TestClock.START))))));
  }
}
