package dev.campanile.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Single;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OpenTelemetry is off unless somebody switches it on: then nothing of a trace is kept or told. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class UntracedTest {

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject Database database;

  @Test
  void aMessageBelongsToNoTraceThatWeBegan() {
    Single one = Single.transactional(Channel.EMAIL, Customer.any().email());
    wire.publish(one.content().content());
    wire.request(Lane.URGENT, one.request());
    seen.awaitState(one.message(), "ACCEPTED");

    List<String> parents =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "select coalesce(traceparent, 'none') from message where message_id = :id")
                    .bind("id", one.message().value())
                    .mapTo(String.class)
                    .list());
    assertThat(parents).containsExactly("none");
  }
}
