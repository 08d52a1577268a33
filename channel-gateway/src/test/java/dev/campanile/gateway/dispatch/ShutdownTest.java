package dev.campanile.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Run;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.testing.PlatformResource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A gateway that stops leaves no doubt behind. */
@QuarkusTest
@TestProfile(ShutdownTest.OfItsOwn.class)
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class ShutdownTest {

  /** Nobody else wants a gateway that has stopped sending. */
  public static final class OfItsOwn implements QuarkusTestProfile {}

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject Dispatchers dispatchers;

  @Test
  void finishesWhatIsUnderWayWritesWhatCameOfItAndStartsNothingNew() {
    seen.mailBehaves("{\"delayMillis\": 1500}");
    List<Customer> customers = Stream.generate(Customer::any).limit(90).toList();
    Run run = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    wire.publish(run.content());
    customers.forEach(customer -> wire.say(customer.card(1)));
    wire.request(Lane.URGENT, run.requests(customers));
    seen.await(
        "hand-offs under way",
        () -> books(run).path("sending").asInt() > 0 && books(run).path("deferred").asInt() == 0);

    dispatchers.stop(new ShutdownEvent());

    JsonNode books = books(run);
    assertThat(books.path("sending").asInt()).isZero();
    assertThat(books.path("unknown").asInt()).isZero();
    assertThat(books.path("accepted").asInt()).isPositive();
    assertThat(books.path("accepted").asInt() + books.path("reserved").asInt())
        .isEqualTo(customers.size());
  }

  private JsonNode books(Run run) {
    return seen.get("/v1/runs/" + run.id() + "/ledger").path("books");
  }
}
