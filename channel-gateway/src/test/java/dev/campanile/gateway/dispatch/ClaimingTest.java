package dev.campanile.gateway.dispatch;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.Source;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.revocation.NewRevocation;
import dev.campanile.gateway.revocation.Revocations;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Run;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The statements between gate and provider, on a channel that no dispatcher serves. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class ClaimingTest {

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject Database database;
  @Inject LeaseRepository leases;
  @Inject SendingRepository sending;
  @Inject Revocations revocations;
  @Inject TestClock clock;

  @AfterEach
  void forgetWhatIsLeft() {
    Reserve.forget(database);
  }

  @Test
  void twoDispatchersNeverClaimTheSameMessage() throws Exception {
    List<Customer> customers = Stream.generate(Customer::any).limit(300).toList();
    Run run = reserved(customers);
    Callable<List<MessageId>> dispatcher =
        () -> {
          List<MessageId> mine = new ArrayList<>();
          List<Claimed> claimed;
          do {
            claimed =
                leases
                    .claim(Channel.PUSH, Lane.URGENT, List.of(), LeaseRepository.FIRST_TURN, 7)
                    .messages();
            claimed.forEach(it -> mine.add(it.message().id()));
          } while (!claimed.isEmpty());
          return mine;
        };

    List<MessageId> claimedByAll = new ArrayList<>();
    try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
      for (Future<List<MessageId>> one :
          replicas.invokeAll(List.of(dispatcher, dispatcher, dispatcher, dispatcher))) {
        claimedByAll.addAll(one.get());
      }
    }

    assertThat(claimedByAll)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(customers.stream().map(run::messageFor).toList());
  }

  @Test
  void runsAreServedInTurns() {
    Run one = reserved(Stream.generate(Customer::any).limit(20).toList());
    Run two = reserved(Stream.generate(Customer::any).limit(10).toList());

    UUID first = claimedRun(LeaseRepository.FIRST_TURN);
    UUID second = claimedRun(first);

    assertThat(List.of(first, second))
        .containsExactlyInAnyOrder(one.id().value(), two.id().value());
    assertThat(claimedRun(second)).isEqualTo(first);
  }

  @Test
  void whatIsClaimedAndStillAllowedIsWrittenAheadAsSending() {
    Customer ana = Customer.any();
    reserved(List.of(ana));

    List<Message> started = start(claim());

    assertThat(started)
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.progress().attempt()).isEqualTo(1);
              assertThat(seen.state(message.id())).isEqualTo("SENDING");
            });
  }

  @Test
  void aStopBetweenTheGateAndTheHandOffStopsIt() {
    Customer ana = Customer.any();
    reserved(List.of(ana));
    List<Claimed> claimed = claim();
    database.transaction(
        handle ->
            revocations.add(
                handle,
                new NewRevocation(
                    Channel.PUSH,
                    ana.email(),
                    ConsentTopic.ALL,
                    Receipt.Revoked.Cause.KEYWORD,
                    "test",
                    clock.instant())));

    assertThat(start(claimed)).isEmpty();
  }

  @Test
  void aPauseOrANewerCardBetweenTheGateAndTheHandOffStopsIt() {
    Customer ana = Customer.any();
    Customer bob = Customer.any();
    Run paused = reserved(List.of(ana));
    List<Claimed> claimed = new ArrayList<>(claim());
    reserved(List.of(bob));
    claimed.addAll(claim());
    wire.control(RunControl.of(paused.id(), RunControl.State.PAUSED, 9));
    wire.say(bob.card(2));
    awaitCount(
        1, "select count(*) from run_control where version = 9 and scope = '" + paused.id() + "'");
    awaitCount(
        1,
        "select count(*) from contact_card where version = 2 and profile_id = '" + bob.id() + "'");

    assertThat(claimed).hasSize(2);
    assertThat(start(claimed)).isEmpty();
  }

  @Test
  void aLeaseThatEndedOrWasTakenOverGivesNoPermission() {
    reserved(List.of(Customer.any()));
    List<Claimed> claimed = claim();
    database.inTransaction(
        handle ->
            handle.execute("update reservation set epoch = epoch + 1 where channel = 'PUSH'"));
    assertThat(start(claimed)).isEmpty();

    database.inTransaction(
        handle ->
            handle.execute(
                """
                update reservation
                   set epoch = epoch - 1, leased_until = clock_timestamp()
                 where channel = 'PUSH'
                """));
    assertThat(start(claimed)).isEmpty();
  }

  @Test
  void whoStoredAReservationTakesItByItsFirstStart() {
    Run run = reserved(List.of(Customer.any()));
    List<Claimed> ours = unclaimed(claim());

    assertThat(start(ours)).hasSize(1);
    Lease lease = ours.getFirst().lease();
    leases.claim(Channel.PUSH, Lane.URGENT, List.of(lease), LeaseRepository.FIRST_TURN, 50);
    assertThat(reservations(run)).isZero();
  }

  @Test
  void aReservationThatSomebodyClaimedIsNotTakenByAStart() {
    reserved(List.of(Customer.any()));
    List<Claimed> ours = unclaimed(claim());
    List<Claimed> theirs = claim();

    assertThat(start(ours)).isEmpty();
    assertThat(start(theirs)).hasSize(1);
  }

  @Test
  void aReservationThatWasTakenByAStartIsClaimedByNobody() {
    reserved(Stream.generate(Customer::any).limit(2).toList());
    List<Claimed> ours = unclaimed(claim());
    assertThat(start(ours.subList(0, 1))).hasSize(1);

    assertThat(claim()).isEmpty();
    assertThat(start(ours.subList(1, 2))).hasSize(1);
  }

  @Test
  void aReservationEndsWithItsLastMessage() {
    Run run = reserved(Stream.generate(Customer::any).limit(2).toList());
    Lease lease = claim().getFirst().lease();

    assertThat(lease.settledOne()).isFalse();
    assertThat(lease.settledOne()).isTrue();
    leases.claim(Channel.PUSH, Lane.URGENT, List.of(lease), LeaseRepository.FIRST_TURN, 50);

    assertThat(reservations(run)).isZero();
  }

  @Test
  void aReservationIsNotEndedByWhoHasLostItsLease() {
    Run run = reserved(List.of(Customer.any()));
    Lease lease = claim().getFirst().lease();
    database.inTransaction(
        handle ->
            handle.execute("update reservation set epoch = epoch + 1 where channel = 'PUSH'"));

    leases.claim(Channel.PUSH, Lane.URGENT, List.of(lease), LeaseRepository.FIRST_TURN, 50);

    assertThat(reservations(run)).isEqualTo(1);
  }

  @Test
  void aTurnSaysWhetherOthersWait() {
    reserved(List.of(Customer.any()));
    reserved(List.of(Customer.any()));

    assertThat(turn().more()).isTrue();
    assertThat(turn().more()).isFalse();
    assertThat(turn().messages()).isEmpty();
  }

  @Test
  void aReservationOfWhichEverythingWasDecidedOtherwiseIsOver() {
    Run run = reserved(List.of(Customer.any()));
    database.inTransaction(
        handle ->
            handle
                .createUpdate("update message set state = 'SKIPPED' where run_id = :run")
                .bind("run", run.id().value())
                .execute());
    LeaseRepository.Turn turn = turn();

    assertThat(turn.messages()).isEmpty();
    assertThat(turn.nothingLeft()).hasSize(1);
    leases.claim(Channel.PUSH, Lane.URGENT, turn.nothingLeft(), LeaseRepository.FIRST_TURN, 50);
    assertThat(reservations(run)).isZero();
  }

  private int reservations(Run run) {
    return database.read(
        handle ->
            handle
                .createQuery("select count(*) from reservation where turn = :run")
                .bind("run", run.id().value())
                .mapTo(Integer.class)
                .one());
  }

  /** The same as who stored them would have them, that never claimed them. */
  private List<Claimed> unclaimed(List<Claimed> claimed) {
    database.inTransaction(
        handle ->
            handle.execute(
                "update reservation set epoch = 0, leased_until = null where channel = 'PUSH'"));
    Map<UUID, Lease> untaken = new HashMap<>();
    return claimed.stream()
        .map(
            it ->
                new Claimed(
                    it.sendable(),
                    untaken.computeIfAbsent(
                        it.lease().reservation(), id -> Lease.untaken(id, claimed.size()))))
        .toList();
  }

  private List<Claimed> claim() {
    return turn().messages();
  }

  private LeaseRepository.Turn turn() {
    return leases.claim(Channel.PUSH, Lane.URGENT, List.of(), LeaseRepository.FIRST_TURN, 50);
  }

  private UUID claimedRun(UUID after) {
    Claimed first =
        leases.claim(Channel.PUSH, Lane.URGENT, List.of(), after, 2).messages().getFirst();
    return ((Source.Campaign) first.message().intent().source()).run().value();
  }

  private List<Message> start(List<Claimed> claimed) {
    return List.copyOf(sending.start(Ready.of(claimed), clock.instant()).values());
  }

  /** Messages the gate has let pass on a channel without a dispatcher. */
  private Run reserved(List<Customer> customers) {
    Run run = Run.of(Category.SERVICE, PlannedChannel.PUSH);
    customers.forEach(customer -> wire.say(customer.card(1)));
    wire.request(Lane.URGENT, run.requests(customers));
    seen.awaitBooks(run.id(), "deferred", customers.size());
    awaitCount(
        customers.size(),
        customers.stream()
            .map(customer -> "'" + customer.id() + "'")
            .collect(joining(",", "select count(*) from contact_card where profile_id in (", ")")));
    Reserve.where(
        database, "run_id = '" + run.id() + "'", customers.getFirst().email(), clock.instant());
    return run;
  }

  private void awaitCount(int expected, String query) {
    Awaitility.await(query)
        .until(
            () -> database.read(handle -> handle.createQuery(query).mapTo(Integer.class).one()),
            found -> found == expected);
  }
}
