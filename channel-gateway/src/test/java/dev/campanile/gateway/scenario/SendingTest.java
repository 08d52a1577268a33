package dev.campanile.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class SendingTest {

  @Inject Wire wire;
  @Inject Seen seen;

  @ConfigProperty(name = "quarkus.mailer.max-pool-size")
  int mailConnections;

  @AfterEach
  void providersBehave() {
    seen.providersBehave();
  }

  @Test
  void aRequestGoesOutOnceHoweverOftenItIsAskedFor() {
    Customer ana = Customer.any();
    Run run = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    wire.publish(run.content());
    wire.say(ana.card(1));

    wire.request(Lane.URGENT, run.requests(List.of(ana)));
    wire.request(Lane.URGENT, run.requests(List.of(ana)));
    seen.awaitState(run.messageFor(ana), "ACCEPTED");
    wire.request(Lane.URGENT, run.requests(List.of(ana)));
    wire.request(Lane.URGENT, run.requests(List.of(ana, Customer.any())));
    seen.awaitBooks(run.id(), "deferred", 1);

    assertThat(seen.received("EMAIL", ana.email())).isEqualTo(1);
    JsonNode message = seen.get("/v1/messages/" + run.messageFor(ana));
    assertThat(message.at("/attempts/0/state").asText()).isEqualTo("ACCEPTED");
    assertThat(message.at("/trace/candidates/0/channel").asText()).isEqualTo("EMAIL");
    assertThat(message.toString()).doesNotContain(ana.email());
  }

  @Test
  void twoCustomersWhoShareAnInboxGetARunOnce() {
    Customer ana = Customer.any();
    Customer bob = new Customer(Customer.any().id(), ana.email(), Customer.any().phone());
    Run run = Run.of(Category.MARKETING, PlannedChannel.EMAIL);
    wire.publish(run.content());
    wire.say(ana.card(1));
    wire.say(bob.card(1));
    wire.heartbeat(Bucket.of(ana.id()));

    wire.request(Lane.BULK, run.requests(List.of(ana, bob)));
    seen.awaitBooks(run.id(), "accepted", 1);
    seen.awaitBooks(run.id(), "skipped", 1);

    assertThat(seen.received("EMAIL", ana.email())).isEqualTo(1);
    assertThat(
            seen.get("/v1/runs/" + run.id() + "/ledger")
                .at("/skippedByReason/SHARED_ADDRESS")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void aRefusedRecipientGetsItOnTheNextChannelAndTheAddressIsSuppressedAtOnce() {
    Customer ana = Customer.any();
    seen.mailBehaves(
        "{\"rejectRecipients\":{\"%s\":\"550 5.1.1 no such user\"}}".formatted(ana.email()));
    Run run = Run.of(Category.SERVICE, PlannedChannel.EMAIL, PlannedChannel.SMS);
    wire.publish(run.content());
    wire.say(ana.card(1));

    wire.request(Lane.URGENT, run.requests(List.of(ana)));
    seen.awaitBooks(run.id(), "accepted", 1);
    assertThat(seen.received("SMS", ana.phone())).isEqualTo(1);

    Run next = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    wire.publish(next.content());
    wire.request(Lane.URGENT, next.requests(List.of(ana)));
    seen.awaitState(next.messageFor(ana), "SKIPPED");
    assertThat(seen.get("/v1/messages/" + next.messageFor(ana)).path("reason").asText())
        .isEqualTo("SUPPRESSED_HARD");
  }

  @Test
  void aStalledMailServerDelaysNoSms() {
    seen.mailBehaves("{\"stall\":\"BEFORE_DATA\"}");
    List<Customer> byMail = Stream.generate(Customer::any).limit(60).toList();
    Customer bySms = Customer.any();
    Run mails = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    Run texts = Run.of(Category.SERVICE, PlannedChannel.SMS);
    wire.publish(mails.content());
    wire.publish(texts.content());
    byMail.forEach(customer -> wire.say(customer.card(1)));
    wire.say(bySms.card(1));
    wire.request(Lane.URGENT, mails.requests(byMail));
    seen.await(
        "every connection waits for the mail server",
        () -> books(mails).path("sending").asInt() >= mailConnections);

    wire.request(Lane.URGENT, texts.requests(List.of(bySms)));
    seen.awaitBooks(texts.id(), "accepted", 1);

    assertThat(seen.received("SMS", bySms.phone())).isEqualTo(1);
    assertThat(books(mails).path("accepted").asInt()).isZero();
  }

  @Test
  void aMessageWhoseVariableIsMissingIsSkippedWithItsName() {
    Customer ana = Customer.any();
    Run run = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    wire.publish(run.content());
    wire.say(ana.card(1));

    wire.request(Lane.URGENT, Requests.withoutData(run.requests(List.of(ana))));
    seen.awaitState(run.messageFor(ana), "SKIPPED");

    JsonNode message = seen.get("/v1/messages/" + run.messageFor(ana));
    assertThat(message.path("reason").asText()).isEqualTo("TEMPLATE_MISSING_VARIABLE");
    assertThat(message.path("answer").asText()).contains("name");
  }

  private JsonNode books(Run run) {
    return seen.get("/v1/runs/" + run.id() + "/ledger").path("books");
  }
}
