package dev.campanile.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.RunId;
import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A large run is under way, and the mail server takes its time. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class FairnessTest {

  private static final int LARGE = 1500;
  private static final int BATCH = 500;

  @Inject Wire wire;
  @Inject Seen seen;

  private final Run large = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
  private final Run small = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
  private final List<Customer> few = Stream.generate(Customer::any).limit(10).toList();

  @BeforeEach
  void aLargeRunIsUnderWay() {
    seen.mailBehaves("{\"delayMillis\":100}");
    wire.publish(small.content());
    few.forEach(customer -> wire.say(customer.card(1)));
    wire.publish(large.content());
    for (int sent = 0; sent < LARGE; sent += BATCH) {
      List<Customer> customers = Stream.generate(Customer::any).limit(BATCH).toList();
      customers.forEach(customer -> wire.say(customer.card(1)));
      wire.request(Lane.BULK, large.requests(customers));
    }
    seen.await("the large run is being sent", () -> accepted(large.id()) > 0);
  }

  @AfterEach
  void providersBehave() {
    seen.providersBehave();
    seen.awaitBooks(large.id(), "accepted", LARGE);
  }

  @Test
  void aSmallRunGoesOnBesideIt() {
    wire.request(Lane.BULK, small.requests(few));
    seen.awaitBooks(small.id(), "accepted", 10);

    assertThat(accepted(large.id())).isBetween(1, LARGE - 1);
  }

  @Test
  void anUrgentMessageOvertakesIt() {
    Run code = Run.of(Category.TRANSACTIONAL, PlannedChannel.EMAIL);
    wire.publish(code.content());
    Single one = Single.with(code, Channel.EMAIL, Customer.any().email(), false);

    wire.request(Lane.URGENT, one.request());
    seen.awaitState(one.message(), "ACCEPTED");

    assertThat(accepted(large.id())).isBetween(1, LARGE - 1);
  }

  private int accepted(RunId run) {
    return seen.get("/v1/runs/" + run + "/ledger").at("/books/accepted").asInt();
  }
}
