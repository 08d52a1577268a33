package dev.campanile.gateway.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.BucketHeartbeat;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.ContactErased;
import dev.campanile.contracts.ContactUpdate;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.gateway.gate.CardState;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class ContactUpdatesTest {

  @Inject ContactConsumer consumer;
  @Inject ContactRepository contacts;
  @Inject SuppressionRepository suppressions;
  @Inject Cards cards;
  @Inject Database database;

  private final Customer ana = Customer.any();

  @Test
  void theHighestVersionWinsWhateverTheOrder() {
    apply(ana.card(2), ana.card(5), ana.card(3));
    apply(ana.card(4));

    assertThat(card().version()).isEqualTo(5);
  }

  @Test
  void anErasedCustomerStaysErased() {
    apply(ana.card(2), new ContactErased(ana.id()), ana.card(9));
    apply(ana.card(10));

    assertThat(state()).isInstanceOf(CardState.Erased.class);
    assertThat(holders()).isEmpty();
  }

  @Test
  void anAddressFindsItsHolderUntilTheCardDropsIt() {
    apply(ana.card(1));
    assertThat(holders()).containsExactly(ana.id().value());

    apply(new Customer(ana.id(), "other" + ana.email(), ana.phone()).card(2));
    assertThat(holders()).isEmpty();
  }

  @Test
  void aHeartbeatNeverGoesBack() {
    Bucket bucket = new Bucket(63);
    Instant later = TestClock.START.plusSeconds(100_000);
    apply(new BucketHeartbeat(bucket, later), new BucketHeartbeat(bucket, TestClock.START));

    assertThat(database.read(HeartbeatRepository.last(List.of(bucket))::ask))
        .containsExactly(new BucketHeartbeat(bucket, later));
  }

  @Test
  void whatAProviderTaughtBindsUntilEveryHoldersCardSaysIt() {
    Customer bob = new Customer(Customer.any().id(), ana.email(), Customer.any().phone());
    apply(ana.card(1), bob.card(1));
    learn(SuppressionReason.HARD);
    assertThat(suppression()).isEqualTo(SuppressionReason.HARD);

    apply(suppressed(ana.card(2)));
    apply(ana.card(3));
    assertThat(suppression()).isEqualTo(SuppressionReason.HARD);

    apply(suppressed(ana.card(4)), suppressed(bob.card(2)));
    apply(ana.card(5));
    assertThat(suppression()).isNull();
  }

  @Test
  void aHardBounceStandsAboveASuppressionByHandThatTransactionalMailPasses() {
    apply(suppressed(ana.card(1), SuppressionReason.MANUAL));
    learn(SuppressionReason.HARD);
    assertThat(suppression()).isEqualTo(SuppressionReason.HARD);

    apply(suppressed(ana.card(2), SuppressionReason.MANUAL));
    assertThat(suppression()).isEqualTo(SuppressionReason.HARD);

    apply(suppressed(ana.card(3)));
    apply(suppressed(ana.card(4), SuppressionReason.MANUAL));
    assertThat(suppression()).isEqualTo(SuppressionReason.MANUAL);
  }

  private void learn(SuppressionReason reason) {
    database.inTransaction(
        handle ->
            suppressions.keep(
                handle,
                List.of(
                    new Receipt.AddressRefused(
                        Channel.EMAIL, ana.email(), reason, "5.1.1", TestClock.START))));
  }

  private static ContactCard suppressed(ContactCard card) {
    return suppressed(card, SuppressionReason.HARD);
  }

  private static ContactCard suppressed(ContactCard card, SuppressionReason why) {
    return new ContactCard(
        card.profileId(),
        card.version(),
        card.locale(),
        card.country(),
        card.zones(),
        card.preferredChannel(),
        card.tracking(),
        card.addresses().stream()
            .map(
                it ->
                    new ContactAddress(it.channel(), it.address(), it.valid(), why, it.consents()))
            .toList(),
        card.openCases(),
        card.foldedRevocations());
  }

  private void apply(ContactUpdate... updates) {
    database.inTransaction(handle -> consumer.apply(handle, List.of(updates)));
  }

  private CardState state() {
    return database.read(
        handle -> {
          Map<ProfileId, CardState> states = cards.of(handle, List.of(ana.id()));
          cards.suppress(states, SuppressionRepository.at(List.of(ana.email())).ask(handle));
          return states.getOrDefault(ana.id(), new CardState.Missing());
        });
  }

  private ContactCard card() {
    return ((CardState.Known) state()).card();
  }

  private @Nullable SuppressionReason suppression() {
    return card().addresses().getFirst().suppression();
  }

  private List<UUID> holders() {
    return database.read(
        handle ->
            contacts.holders(handle, Channel.EMAIL, ana.email()).stream()
                .map(it -> it.value())
                .toList());
  }
}
