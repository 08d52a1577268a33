package dev.campanile.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.gateway.decision.ReGate;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider that asks for a pause gets it, and takes no attempt from the message. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class RateLimitTest {

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject TestClock clock;
  @Inject ReGate gate;
  @Inject Database database;

  @ConfigProperty(name = "campanile.dispatch.attempts")
  int mostAttempts;

  private final Single one = Single.transactional(Channel.SMS, Customer.any().phone());

  @AfterEach
  void behave() {
    seen.providersBehave();
    clock.reset();
  }

  @Test
  void nothingReachesTheProviderBeforeTheTimeItAskedFor() {
    JsonNode refused = refusedForNow();
    Instant again = Instant.parse(refused.path("dueAt").asText());
    assertThat(again)
        .isEqualTo(Instant.parse(refused.path("changedAt").asText()).plus(Duration.ofSeconds(8)));
    seen.providersBehave();

    clock.set(again.minusMillis(1));
    gate.gateDue();
    assertThat(seen.state(one.message())).isEqualTo("DEFERRED");
    assertThat(seen.received("SMS", one.to().address())).isZero();

    seen.await("it is sent", () -> seen.received("SMS", one.to().address()) == 1);
  }

  @Test
  void aRateLimitTakesNoAttemptFromTheMessage() {
    refusedForNow();
    attempts(mostAttempts - 1);

    refuse("\"status\": 401, \"code\": 20003");
    seen.await("refused again", () -> message().path("answer").asText().startsWith("20003"));

    assertThat(message().path("state").asText()).isEqualTo("DEFERRED");
  }

  private void attempts(int attempts) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate("update message set attempt = :attempts where message_id = :id")
                .bind("attempts", attempts)
                .bind("id", one.message().value())
                .execute());
  }

  private void refuse(String how) {
    seen.twilioBehaves("{\"refuse\": {\"%s\": {%s}}}".formatted(one.to().address(), how));
  }

  private JsonNode refusedForNow() {
    refuse("\"status\": 429, \"code\": 20429, \"retryAfterSeconds\": 8");
    wire.publish(one.content().content());
    wire.request(Lane.URGENT, one.request());
    seen.await("refused", () -> message().path("reason").asText().equals("RETRY"));
    return message();
  }

  private JsonNode message() {
    return seen.get("/v1/messages/" + one.message());
  }
}
