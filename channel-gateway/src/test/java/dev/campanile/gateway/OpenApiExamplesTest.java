package dev.campanile.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.gateway.inbound.TwilioPost;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Run;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.RepositoryRoot;
import dev.campanile.testing.openapi.OpenApiDocument;
import dev.campanile.testing.openapi.OpenApiExamples;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class OpenApiExamplesTest {

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject TwilioPost twilio;

  @Test
  void everyExampleWorksAsDocumented() throws IOException {
    Customer ana = Customer.any();
    Run run = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    wire.publish(run.content());
    wire.say(ana.card(1));
    wire.request(Lane.URGENT, run.requests(List.of(ana)));
    seen.awaitState(run.messageFor(ana), "ACCEPTED");

    var outcomes =
        new OpenApiExamples(
                OpenApiDocument.parse(
                    Files.readString(
                        RepositoryRoot.path().resolve("docs/openapi/channel-gateway.yaml"))),
                URI.create("http://127.0.0.1:" + RestAssured.port),
                PlatformResource.API_KEY)
            .replacing("0d8f1f0e-6c3f-8a52-9d6e-0a4b8c7d2e11", run.messageFor(ana).toString())
            .replacing("0199a8f0-0000-7000-8000-000000000001", ana.id().toString())
            .replacing("0199a8f0-0000-7000-8000-0000000000aa", run.id().toString())
            .replacing(
                "0199a8f0-0000-7000-8000-0000000000bb",
                twilio.asksToStop(ana.phone(), "+390200000001", "please stop texting me"))
            .replacing("maeve.gallagher@example.com", ana.email())
            .replacing("00c0ffee00c0ffee", key())
            .execute();

    assertThat(outcomes).hasSizeGreaterThan(6);
    assertThat(outcomes.stream().flatMap(OpenApiExamples.Outcome::lines)).isEmpty();
  }

  private static String key() {
    return RestAssured.given()
        .header("Authorization", "Bearer " + PlatformResource.API_KEY)
        .contentType("application/json")
        .body("{\"name\":\"example\",\"scopes\":[\"VIEWER\"]}")
        .post("/v1/api-keys")
        .jsonPath()
        .getString("id");
  }
}
