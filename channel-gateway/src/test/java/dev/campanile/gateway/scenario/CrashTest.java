package dev.campanile.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.RunControl;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What another replica left behind when it died. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class CrashTest {

  private static final String LEFT_BEHIND =
      """
      update message
         set state = :state, attempt = :attempt, revision = revision + 1, channel = 'EMAIL',
             address = :address, locale = 'en', reason = null, due_at = null, reservation_id = :reservation
       where message_id = :id
      """;

  private static final String ABANDONED =
      """
      insert into reservation
             (id, channel, lane, turn, planned_on, messages, reserved_at, epoch, leased_until)
      select :reservation, 'EMAIL', lane, run_id, planned_on, array[message_id], now(), 7,
             clock_timestamp() + make_interval(secs => :leased)
        from message
       where message_id = :id
      """;

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject Database database;
  @Inject TestClock clock;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void whatWasReservedGoesThroughTheGateAgainAndOutOnce() {
    Customer ana = Customer.any();
    Run run = paused(Category.SERVICE, ana);
    leftBehind(run.messageFor(ana), "RESERVED", 0, ana);
    wire.control(RunControl.of(run.id(), RunControl.State.RUNNING, 2));

    seen.awaitState(run.messageFor(ana), "ACCEPTED");

    assertThat(seen.received("EMAIL", ana.email())).isEqualTo(1);
  }

  @Test
  void whatADeadReplicaHoldsIsTakenOverWhenItsLeaseEndsAndNotBefore() {
    Customer ana = Customer.any();
    Customer bob = Customer.any();
    Run reserved = paused(Category.SERVICE, ana);
    Run sending = paused(Category.MARKETING, bob);
    Duration lease = Duration.ofSeconds(4);
    leftBehind(reserved.messageFor(ana), "RESERVED", 0, ana, lease);
    leftBehind(sending.messageFor(bob), "SENDING", 1, bob, lease);
    long died = System.nanoTime();
    wire.control(RunControl.of(reserved.id(), RunControl.State.RUNNING, 2));

    Awaitility.await()
        .during(lease.minusSeconds(2))
        .atMost(lease.minusSeconds(1))
        .until(
            () ->
                seen.state(reserved.messageFor(ana)).equals("RESERVED")
                    && seen.state(sending.messageFor(bob)).equals("SENDING"));
    seen.awaitState(reserved.messageFor(ana), "ACCEPTED");
    seen.awaitState(sending.messageFor(bob), "UNKNOWN");

    assertThat(Duration.ofNanos(System.nanoTime() - died))
        .isBetween(lease.minusSeconds(1), lease.plusSeconds(10));
  }

  @Test
  void whatWasBeingSentIsUnknownThenUncertainAndNeverSentAgain() {
    Customer ana = Customer.any();
    Run run = paused(Category.MARKETING, ana);
    leftBehind(run.messageFor(ana), "SENDING", 1, ana);
    wire.control(RunControl.of(run.id(), RunControl.State.RUNNING, 2));
    seen.awaitState(run.messageFor(ana), "UNKNOWN");

    clock.advance(Duration.ofHours(1));
    seen.awaitState(run.messageFor(ana), "UNCERTAIN");

    assertThat(seen.received("EMAIL", ana.email())).isZero();
  }

  @Test
  void aTransactionalMessageThatWasBeingSentIsTriedOnceMoreAndSaysSo() {
    Customer ana = Customer.any();
    Run run = paused(Category.TRANSACTIONAL, ana);
    leftBehind(run.messageFor(ana), "SENDING", 1, ana);
    wire.control(RunControl.of(run.id(), RunControl.State.RUNNING, 2));
    seen.awaitState(run.messageFor(ana), "UNKNOWN");

    clock.advance(Duration.ofMinutes(1));
    seen.awaitState(run.messageFor(ana), "ACCEPTED");

    assertThat(seen.received("EMAIL", ana.email())).isEqualTo(1);
    assertThat(
            seen.get("/v1/messages/" + run.messageFor(ana)).path("possibleDuplicate").asBoolean())
        .isTrue();
  }

  /** A message that waits, for as long as the run is paused. */
  private Run paused(Category category, Customer customer) {
    Run run = Run.of(category, PlannedChannel.EMAIL);
    wire.control(RunControl.of(run.id(), RunControl.State.PAUSED, 1));
    wire.publish(run.content());
    wire.say(customer.card(1));
    awaitControl(run);
    wire.request(category.campaignLane(), run.requests(List.of(customer)));
    seen.awaitState(run.messageFor(customer), "DEFERRED");
    return run;
  }

  private void awaitControl(Run run) {
    Awaitility.await()
        .until(
            () ->
                database.read(
                    handle ->
                        handle
                            .createQuery("select count(*) from run_control where scope = :run")
                            .bind("run", run.id().toString())
                            .mapTo(Integer.class)
                            .one()),
            found -> found == 1);
  }

  private void leftBehind(MessageId message, String state, int attempt, Customer customer) {
    leftBehind(message, state, attempt, customer, Duration.ofSeconds(-1));
  }

  /**
   * @param leased how long the dead replica's lease goes on
   */
  private void leftBehind(
      MessageId message, String state, int attempt, Customer customer, Duration leased) {
    UUID reservation = UUID.randomUUID();
    database.inTransaction(
        handle -> {
          handle
              .createUpdate(ABANDONED)
              .bind("reservation", reservation)
              .bind("leased", leased.toSeconds())
              .bind("id", message.value())
              .execute();
          handle
              .createUpdate(LEFT_BEHIND)
              .bind("state", state)
              .bind("attempt", attempt)
              .bind("address", customer.email())
              .bind("reservation", reservation)
              .bind("id", message.value())
              .execute();
          handle.execute("delete from waiting where message_id = ?", message.value());
        });
  }
}
