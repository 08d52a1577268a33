package dev.campanile.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.RunControl;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Run;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Single;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Single messages to named addresses, between the gate and a channel that nobody serves. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class SingleMessagesTest {

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject Database database;
  @Inject LeaseRepository leases;
  @Inject SendingRepository sending;
  @Inject TestClock clock;

  private final Run content = Run.of(Category.TRANSACTIONAL, PlannedChannel.PUSH);

  @AfterEach
  void forgetWhatIsLeft() {
    Reserve.forget(database);
  }

  @Test
  void thoseWithOneContentAreTakenInOneTurn() {
    Stream.generate(this::single).limit(5).forEach(this::reserve);

    assertThat(claim()).hasSize(5);
  }

  @Test
  void whatIsAllowedIsStarted() {
    reserve(single());

    assertThat(sending.start(Ready.of(claim()), clock.instant())).hasSize(1);
  }

  @Test
  void aCardOfSomebodyWhoHoldsTheAddressStopsItBetweenTheGateAndTheHandOff() {
    Single one = single();
    reserve(one);
    List<Claimed> claimed = claim();
    wire.say(
        new ContactCard(
            Customer.any().id(),
            1,
            "en",
            null,
            List.of(ZoneId.of("Europe/Rome")),
            null,
            false,
            List.of(new ContactAddress(Channel.PUSH, one.to().address(), true, null, List.of())),
            List.of(),
            List.of()));
    Awaitility.await()
        .until(
            () ->
                database.read(
                    handle ->
                        handle
                            .createQuery(
                                "select count(*) from contact_address where address = :address")
                            .bind("address", one.to().address())
                            .mapTo(Integer.class)
                            .one()),
            holders -> holders == 1);

    assertThat(sending.start(Ready.of(claimed), clock.instant())).isEmpty();
  }

  @Test
  void theKillSwitchStopsThemToo() {
    reserve(single());

    assertThat(startedWhen("'CANCELLED', 5, 5", claim())).isEmpty();
  }

  @Test
  void whatWasTakenBeforeAKillIsNotStartedThoughEverythingMaySendAgain() {
    Single before = single().takenAt(4);
    Single after = single().takenAt(6);
    Stream.of(before, after).forEach(this::reserve);

    assertThat(startedWhen("'RUNNING', 6, 5", claim())).containsExactly(after.message());
  }

  /**
   * @param said of everything: state, version and the version of the last kill
   */
  private Set<MessageId> startedWhen(String said, List<Claimed> claimed) {
    return database.transaction(
        handle -> {
          handle.execute(
              "insert into run_control (scope, state, version, killed_version)"
                  + " values ('everything', %s)".formatted(said));
          Set<MessageId> started = sending.start(Ready.of(claimed), clock.instant()).keySet();
          handle.execute("delete from run_control where scope = ?", RunControl.EVERYTHING);
          return started;
        });
  }

  private Single single() {
    return Single.with(content, Channel.PUSH, Customer.any().email(), false);
  }

  private void reserve(Single one) {
    wire.request(Lane.URGENT, one.request());
    seen.awaitState(one.message(), "DEFERRED");
    Reserve.where(
        database, "message_id = '" + one.message() + "'", one.to().address(), clock.instant());
  }

  private List<Claimed> claim() {
    return leases
        .claim(Channel.PUSH, Lane.URGENT, List.of(), LeaseRepository.FIRST_TURN, 50)
        .messages();
  }
}
