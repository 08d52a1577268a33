package dev.campanile.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.PlannedChannel;
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
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages that Twilio took without saying so. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class ReconcileTest {

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject TestClock clock;
  @Inject Database database;

  private final Customer ana = Customer.any();

  @AfterEach
  void providersBehave() {
    seen.providersBehave();
    clock.reset();
  }

  @Test
  void isFoundInTwiliosListAndNotSentAgain() {
    seen.twilioBehaves(
        "{\"doubtful\": {\"%s\": \"SERVER_ERROR\"}, \"callbacks\": false}".formatted(ana.phone()));
    Single one = Single.transactional(Channel.SMS, ana.phone());
    wire.publish(one.content().content());
    wire.request(Lane.URGENT, one.request());

    awaitKnown(one);

    assertThat(seen.received("SMS", ana.phone())).isEqualTo(1);
    assertThat(seen.get("/v1/messages/" + one.message()).at("/attempts/0/providerId").asText())
        .startsWith("SM");
  }

  /** However late the doubt is written: the database or this gateway may have been away. */
  @Test
  void isLookedForFromTheTimeOfTheHandOff() {
    Instant before = databaseClock();
    Single one = Single.transactional(Channel.SMS, ana.phone());
    wire.publish(one.content().content());
    wire.request(Lane.URGENT, one.request());
    awaitKnown(one);
    Instant after = databaseClock();

    assertThat(handedOverAt(one)).isBetween(before, after);
    database.inTransaction(
        handle ->
            handle.execute(
                "update message set state = 'UNKNOWN' where message_id = ?",
                one.message().value()));
    assertThat(handedOverAt(one)).as("after a doubt").isBetween(before, after);
  }

  private Instant databaseClock() {
    return database.read(
        handle -> handle.select("select clock_timestamp()").mapTo(Instant.class).one());
  }

  private Instant handedOverAt(Single one) {
    return database.read(
        handle ->
            handle
                .select(
                    "select handed_over_at from message where message_id = ?",
                    one.message().value())
                .mapTo(Instant.class)
                .one());
  }

  @Test
  void twoWithTheSameTextAreTwo() {
    Run content = Run.of(Category.TRANSACTIONAL, PlannedChannel.SMS);
    wire.publish(content.content());
    Single first = Single.with(content, Channel.SMS, ana.phone(), false);
    wire.request(Lane.URGENT, first.request());
    awaitKnown(first);
    seen.twilioBehaves(
        "{\"doubtful\": {\"%s\": \"SERVER_ERROR\"}, \"callbacks\": false}".formatted(ana.phone()));

    Single second = Single.with(content, Channel.SMS, ana.phone(), false);
    wire.request(Lane.URGENT, second.request());
    awaitKnown(second);

    assertThat(
            List.of(first, second).stream()
                .map(it -> seen.get("/v1/messages/" + it.message()))
                .map(it -> it.at("/attempts/0/providerId").asText()))
        .doesNotHaveDuplicates();
    assertThat(seen.received("SMS", ana.phone())).isEqualTo(2);
  }

  /** Well before it would be tried again. */
  private void awaitKnown(Single one) {
    seen.await(
        "Twilio's word",
        Duration.ofMillis(200),
        () -> Set.of("ACCEPTED", "DELIVERED").contains(seen.state(one.message())));
  }
}
