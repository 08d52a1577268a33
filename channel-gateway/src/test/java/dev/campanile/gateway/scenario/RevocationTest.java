package dev.campanile.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Receipt;
import dev.campanile.gateway.revocation.NewRevocation;
import dev.campanile.gateway.revocation.Revocations;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class RevocationTest {

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject Database database;
  @Inject Revocations revocations;

  @Test
  void aCardPlannedBeforeTheNoDoesNotBringConsentBackAndOneThatKnowsItDoes() {
    Customer ana = Customer.any();
    wire.heartbeat(Bucket.of(ana.id()));
    Receipt.Revoked no = revoked(ana);

    wire.say(ana.card(2));
    Run early = Run.of(Category.MARKETING, PlannedChannel.EMAIL);
    wire.publish(early.content());
    wire.request(Lane.BULK, early.requests(List.of(ana), 2));
    seen.awaitState(early.messageFor(ana), "SKIPPED");
    assertThat(seen.get("/v1/messages/" + early.messageFor(ana)).path("reason").asText())
        .isEqualTo("OPTED_OUT");

    wire.say(ana.card(3, no.revocationId()));
    Run late = Run.of(Category.MARKETING, PlannedChannel.EMAIL);
    wire.publish(late.content());
    wire.request(Lane.BULK, late.requests(List.of(ana), 3));
    seen.awaitState(late.messageFor(ana), "ACCEPTED");

    assertThat(seen.received("EMAIL", ana.email())).isEqualTo(1);
  }

  private Receipt.Revoked revoked(Customer customer) {
    return database.transaction(
        handle ->
            revocations.add(
                handle,
                new NewRevocation(
                    Channel.EMAIL,
                    customer.email(),
                    ConsentTopic.MARKETING,
                    Receipt.Revoked.Cause.ONE_CLICK,
                    "test",
                    TestClock.START)));
  }
}
