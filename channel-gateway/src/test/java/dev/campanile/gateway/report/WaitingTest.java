package dev.campanile.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Single;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sees of messages that are stuck. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class WaitingTest {

  private static final String WAITS =
      """
      insert into waiting (message_id, planned_on, state, bucket, turn, reason, due_at, since)
      select message_id, planned_on, '%s', bucket, run_id, 'RETRY', timestamptz '2020-01-01', timestamptz '2020-01-01'
        from message
       where message_id = :id
      """;

  private static final String RESERVATION =
      """
      insert into reservation (id, channel, lane, turn, planned_on, messages, reserved_at, leased_until)
      select :id, 'SMS', lane, run_id, planned_on, array[message_id], timestamptz '2020-01-01', timestamptz '2020-01-01'
        from message
       where message_id = :id
      """;

  private static final String RESERVED =
      "update message set state = '%s', reservation_id = :id where message_id = :id";

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject WaitingRepository waiting;
  @Inject QueueMeters meters;
  @Inject MeterRegistry registry;
  @Inject Database database;
  @Inject TestClock clock;

  @AfterEach
  void providersBehave() {
    seen.providersBehave();
    clock.reset();
  }

  @Test
  void showsAHandOffThatNobodyKnowsTheEndOf() {
    String phone = Customer.any().phone();
    seen.twilioBehaves(
        "{\"doubtful\": {\"%s\": \"SERVER_ERROR\"}, \"callbacks\": false}".formatted(phone));
    Single one = Single.transactional(Channel.SMS, phone);
    wire.publish(one.content().content());
    wire.request(Lane.URGENT, one.request());
    seen.awaitState(one.message(), "UNKNOWN");

    assertThat(waiting.now().unknown()).isPositive();
    assertThat(waiting.now().unreconciled()).isPositive();
    meters.read();
    assertThat(registry.get("campanile.messages.unreconciled").gauge().value()).isPositive();
    assertThat(
            registry
                .get("campanile.messages.changes")
                .tags("state", "UNKNOWN", "channel", "SMS", "lane", "URGENT")
                .counter()
                .count())
        .isPositive();
    assertThat(
            registry
                .get("campanile.messages.sent")
                .tags("channel", "SMS", "lane", "URGENT", "outcome", "in-doubt")
                .counter()
                .count())
        .isPositive();
  }

  @Test
  void countsNoTestThatAnAuthorSent() {
    Single test = Single.test(Category.MARKETING, Channel.SMS, Customer.any().phone());
    double sent = accepted("campanile.messages.sent");
    double tests = accepted("campanile.tests.sent");
    wire.publish(test.content().content());
    wire.request(Lane.URGENT, test.request());
    seen.awaitState(test.message(), "ACCEPTED");

    assertThat(accepted("campanile.messages.sent")).isEqualTo(sent);
    assertThat(accepted("campanile.tests.sent")).isEqualTo(tests + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEFERRED", "UNKNOWN", "RESERVED", "SENDING"})
  void countsNoTestThatWaits(String state) {
    Single test = Single.test(Category.MARKETING, Channel.SMS, Customer.any().phone());
    Single other = Single.transactional(Channel.SMS, Customer.any().phone());

    assertThat(growth(test, state)).isEqualTo(Waiting.NOTHING);
    assertThat(growth(other, state)).isNotEqualTo(Waiting.NOTHING);
  }

  private double accepted(String name) {
    return registry
        .counter(name, "channel", "SMS", "lane", "URGENT", "outcome", "accepted")
        .count();
  }

  /** What the gauges grow by when the message is in the state, for longer than any other. */
  private Waiting growth(Single one, String state) {
    wire.request(Lane.URGENT, one.request());
    seen.awaitState(one.message(), "DEFERRED");
    return database.transaction(
        handle -> {
          execute(handle, "delete from waiting where message_id = :id", one);
          Waiting without = waiting.now();
          switch (state) {
            case "DEFERRED", "UNKNOWN" -> execute(handle, WAITS.formatted(state), one);
            default -> {
              execute(handle, RESERVATION, one);
              execute(handle, RESERVED.formatted(state), one);
            }
          }
          Waiting with = waiting.now();
          execute(handle, "delete from waiting where message_id = :id", one);
          execute(handle, "delete from reservation where messages = array[:id]", one);
          execute(handle, "update message set state = 'SKIPPED' where message_id = :id", one);
          return difference(with, without);
        });
  }

  private static void execute(Handle handle, String statement, Single one) {
    handle.createUpdate(statement).bind("id", one.message().value()).execute();
  }

  private static Waiting difference(Waiting with, Waiting without) {
    return new Waiting(
        with.reservedIn().equals(without.reservedIn()) ? Map.of() : with.reservedIn(),
        with.sendingIn().equals(without.sendingIn()) ? Map.of() : with.sendingIn(),
        with.oldestReserved() - without.oldestReserved(),
        with.overdue() - without.overdue(),
        with.unknown() - without.unknown(),
        with.oldestUnknown() - without.oldestUnknown(),
        with.unreconciled() - without.unreconciled(),
        0);
  }
}
