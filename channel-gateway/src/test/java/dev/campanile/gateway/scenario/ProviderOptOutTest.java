package dev.campanile.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Twilio keeps an opt-out list of its own: error 21610. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class ProviderOptOutTest {

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject Database database;

  private final Customer ana = Customer.any();

  @AfterEach
  void providersBehave() {
    seen.providersBehave();
  }

  @Test
  void isKeptAsANoAndKeptAgainWhenACardHasForgottenIt() {
    seen.twilioBehaves(
        "{\"refuse\": {\"%s\": {\"status\": 400, \"code\": 21610}}}".formatted(ana.phone()));
    wire.say(ana.card(1));

    assertThat(sent(1).path("reason").asText()).isEqualTo("OPTED_OUT");
    List<UUID> first = standing();
    assertThat(first).hasSize(1);
    assertThat(sent(1).path("reason").asText()).isEqualTo("OPTED_OUT");
    assertThat(standing()).isEqualTo(first);

    wire.say(ana.card(2, first.getFirst()));
    sent(2);

    assertThat(standing()).hasSize(2);
    assertThat(sent(2).path("reason").asText()).isEqualTo("OPTED_OUT");
  }

  private JsonNode sent(long card) {
    Run run = Run.of(Category.SERVICE, PlannedChannel.SMS);
    wire.publish(run.content());
    wire.request(Lane.URGENT, run.requests(List.of(ana), card));
    seen.await(
        "an end", () -> List.of("SKIPPED", "FAILED").contains(seen.state(run.messageFor(ana))));
    return seen.get("/v1/messages/" + run.messageFor(ana));
  }

  private List<UUID> standing() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select id from revocation where address = :address and cause = 'PROVIDER'"
                        + " order by at, id")
                .bind("address", ana.phone())
                .mapTo(UUID.class)
                .list());
  }
}
