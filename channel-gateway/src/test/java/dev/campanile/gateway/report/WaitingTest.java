package dev.campanile.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Single;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.testing.PlatformResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator sees of messages that are stuck. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class WaitingTest {

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject WaitingRepository waiting;
  @Inject QueueMeters meters;
  @Inject MeterRegistry registry;

  @AfterEach
  void providersBehave() {
    seen.providersBehave();
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
}
