package dev.campanile.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.gateway.decision.ControlEnforcer;
import dev.campanile.gateway.ledger.Message;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A control and a hand-off that want the same message at the same time, on two connections. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class ControlRaceTest {

  private static final String SAY =
      """
      insert into run_control (scope, state, version) values (:run, 'CANCELLED', 1)
      on conflict (scope) do update set state = 'CANCELLED', version = 2
      """;

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject Database database;
  @Inject LeaseRepository leases;
  @Inject SendingRepository sending;
  @Inject ControlEnforcer enforcer;
  @Inject TestClock clock;

  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private final Customer ana = Customer.any();

  @AfterEach
  void forgetWhatIsLeft() {
    other.close();
    Reserve.forget(database);
  }

  @Test
  void aHandOffThatStartedIsLetFinish() throws Exception {
    Run run = reserved();
    List<Claimed> claimed = claim();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);

    Future<Map<MessageId, Message>> start =
        other.submit(
            () ->
                database.transaction(
                    _ -> {
                      Map<MessageId, Message> sent =
                          sending.start(Ready.of(claimed), clock.instant());
                      started.countDown();
                      awaited(cancelled);
                      return sent;
                    }));
    started.await();
    cancel(run);
    enforcer.enforce();
    cancelled.countDown();

    assertThat(start.get()).hasSize(1);
    enforcer.enforce();
    assertThat(seen.state(run.messageFor(ana))).isEqualTo("SENDING");
  }

  @Test
  void whatTheControlTookIsNotStarted() throws Exception {
    Run run = reserved();
    List<Claimed> claimed = claim();
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch tried = new CountDownLatch(1);

    Future<?> control =
        other.submit(
            () ->
                database.inTransaction(
                    handle -> {
                      cancel(run);
                      enforcer.enforce();
                      taken.countDown();
                      awaited(tried);
                    }));
    taken.await();
    try (ExecutorService starting = Executors.newSingleThreadExecutor()) {
      Future<Map<MessageId, Message>> start =
          starting.submit(() -> sending.start(Ready.of(claimed), clock.instant()));
      awaitBlocked();
      tried.countDown();
      control.get();

      assertThat(start.get()).isEmpty();
    }
    assertThat(seen.state(run.messageFor(ana))).isEqualTo("SKIPPED");
  }

  /** The start waits for the row. */
  private void awaitBlocked() {
    Awaitility.await()
        .until(
            () ->
                database.read(
                    handle ->
                        handle
                            .createQuery("select count(*) from pg_locks where not granted")
                            .mapTo(Integer.class)
                            .one()),
            waiting -> waiting > 0);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void cancel(Run run) {
    database.inTransaction(
        handle -> handle.createUpdate(SAY).bind("run", run.id().toString()).execute());
  }

  private List<Claimed> claim() {
    return leases
        .claim(Channel.PUSH, Lane.URGENT, List.of(), LeaseRepository.FIRST_TURN, 50)
        .messages();
  }

  private Run reserved() {
    Run run = Run.of(Category.SERVICE, PlannedChannel.PUSH);
    wire.say(ana.card(1));
    wire.request(Lane.URGENT, run.requests(List.of(ana)));
    seen.awaitState(run.messageFor(ana), "DEFERRED");
    Awaitility.await()
        .until(
            () ->
                database.read(
                    handle ->
                        handle
                            .createQuery(
                                "select count(*) from contact_card where profile_id = :ana")
                            .bind("ana", ana.id().value())
                            .mapTo(Integer.class)
                            .one()),
            found -> found == 1);
    Reserve.where(database, "run_id = '" + run.id() + "'", ana.email(), clock.instant());
    return run;
  }
}
