package dev.campanile.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunControl.State;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Controls take effect at once, wherever messages wait. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class ControlTest {

  private static final Instant NIGHT = TestClock.START.plus(Duration.ofHours(12));

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject TestClock clock;
  @Inject Database database;

  private final List<Customer> customers = Stream.generate(Customer::any).limit(30).toList();

  @AfterEach
  void everythingMaySendAgain() {
    say(RunControl.EVERYTHING, State.RUNNING);
    clock.reset();
  }

  @Test
  void aCancelledRunEndsAlsoForThoseWhoWaitForTheMorning() {
    Run run = waitingForTheMorning();

    say(run.id().toString(), State.CANCELLED);
    seen.awaitBooks(run.id(), "skipped", customers.size());

    assertThat(reasons(run, "skipped", "RUN_CANCELLED")).isEqualTo(customers.size());
  }

  @Test
  void theKillSwitchEndsWhatWaits() {
    Run run = waitingForTheMorning();

    say(RunControl.EVERYTHING, State.CANCELLED);
    seen.awaitBooks(run.id(), "skipped", customers.size());

    assertThat(reasons(run, "skipped", "KILLED")).isEqualTo(customers.size());
  }

  @Test
  void aQuickResumeRevivesNoSingleMessageThatComesInLate() {
    long kill = System.nanoTime();
    Single before = Single.transactional(Channel.EMAIL, Customer.any().email()).takenAt(kill - 1);
    Single after = Single.transactional(Channel.EMAIL, Customer.any().email()).takenAt(kill + 1);
    wire.publish(before.content().content());
    wire.publish(after.content().content());

    hear(new RunControl(RunControl.EVERYTHING, State.RUNNING, kill + 1, kill));
    wire.request(Lane.URGENT, before.request());
    wire.request(Lane.URGENT, after.request());

    seen.awaitState(after.message(), "ACCEPTED");
    seen.awaitState(before.message(), "SKIPPED");
    assertThat(reason(before)).isEqualTo("KILLED");
    assertThat(seen.received("EMAIL", before.to().address())).isZero();
  }

  @Test
  void aQuickResumeRevivesNoSingleMessageThatWaits() {
    long kill = System.nanoTime();
    Single one = Single.transactional(Channel.EMAIL, Customer.any().email()).takenAt(kill - 1);
    wire.request(Lane.URGENT, one.request());
    seen.awaitState(one.message(), "DEFERRED");

    hear(new RunControl(RunControl.EVERYTHING, State.RUNNING, kill + 1, kill));

    // Its time does not come: the clock stands still.
    Awaitility.await().until(() -> seen.state(one.message()).equals("SKIPPED"));
    assertThat(reason(one)).isEqualTo("KILLED");
  }

  @Test
  void aPausedRunWaitsAndGoesOnAtOnceWhenItIsResumed() {
    Run run = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    say(run.id().toString(), State.PAUSED);
    ask(run, Lane.URGENT);
    seen.await("all paused", () -> reasons(run, "deferred", "RUN_PAUSED") == customers.size());

    say(run.id().toString(), State.RUNNING);
    seen.awaitBooks(run.id(), "accepted", customers.size());

    customers.forEach(it -> assertThat(seen.received("EMAIL", it.email())).isEqualTo(1));
  }

  @Test
  void aRunThatIsPausedItselfStaysSoWhenEverythingIsResumed() {
    Run run = waitingForTheMorning();
    say(RunControl.EVERYTHING, State.PAUSED);
    say(run.id().toString(), State.PAUSED);
    seen.await("all paused", () -> reasons(run, "deferred", "RUN_PAUSED") == customers.size());

    Run other = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    ask(other, Lane.URGENT);
    seen.await("paused too", () -> reasons(other, "deferred", "RUN_PAUSED") == customers.size());
    say(RunControl.EVERYTHING, State.RUNNING);
    seen.awaitBooks(other.id(), "accepted", customers.size());

    assertThat(reasons(run, "deferred", "RUN_PAUSED")).isEqualTo(customers.size());
  }

  @Test
  void aPausedMessageExpiresAsAnyOther() {
    Run run = waitingForTheMorning();
    say(run.id().toString(), State.PAUSED);
    seen.await("all paused", () -> reasons(run, "deferred", "RUN_PAUSED") == customers.size());

    clock.set(TestClock.START.plus(Duration.ofDays(3)));
    seen.awaitBooks(run.id(), "skipped", customers.size());

    assertThat(reasons(run, "skipped", "EXPIRED")).isEqualTo(customers.size());
  }

  private Run waitingForTheMorning() {
    clock.set(NIGHT);
    Run run = Run.of(Category.MARKETING, PlannedChannel.SMS);
    wire.heartbeat(Bucket.of(customers.getFirst().id()));
    ask(run, Lane.BULK);
    seen.await("the night", () -> reasons(run, "deferred", "QUIET_HOURS") == customers.size());
    return run;
  }

  private void ask(Run run, Lane lane) {
    wire.publish(run.content());
    customers.forEach(customer -> wire.say(customer.card(1)));
    wire.request(lane, run.requests(customers));
  }

  private int reasons(Run run, String term, String reason) {
    return seen.get("/v1/runs/" + run.id() + "/ledger")
        .at("/" + term + "ByReason/" + reason)
        .asInt();
  }

  private String reason(Single one) {
    return seen.get("/v1/messages/" + one.message()).path("reason").asText();
  }

  private void say(String scope, State state) {
    hear(new RunControl(scope, state, System.nanoTime()));
  }

  /** What is asked for after it must not be faster. */
  private void hear(RunControl control) {
    wire.control(control);
    Awaitility.await()
        .until(
            () ->
                database.read(
                    handle ->
                        handle
                            .createQuery(
                                "select count(*) from run_control where scope = :scope and version = :version")
                            .bind("scope", control.scope())
                            .bind("version", control.version())
                            .mapTo(Integer.class)
                            .one()),
            heard -> heard == 1);
  }
}
