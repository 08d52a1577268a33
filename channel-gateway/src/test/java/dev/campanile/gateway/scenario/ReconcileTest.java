package dev.campanile.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
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
        Duration.ofMillis(50),
        () -> Set.of("ACCEPTED", "DELIVERED").contains(seen.state(one.message())));
  }
}
