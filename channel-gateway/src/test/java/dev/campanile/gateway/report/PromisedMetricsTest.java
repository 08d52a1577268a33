package dev.campanile.gateway.report;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.Topic;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Single;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.metrics.PromisedMetrics;
import dev.campanile.testing.metrics.Scrape;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class PromisedMetricsTest {

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Inject Wire wire;
  @Inject Seen seen;

  private final Customer ana = Customer.any();

  @Test
  void oneScrapeHasEveryNameThatOperatorsArePromised() {
    sends(Single.transactional(Channel.EMAIL, ana.email()));
    sends(Single.test(Category.MARKETING, Channel.EMAIL, ana.email()));
    wire.send(Topic.RUN_CONTROLS, "poison", "{\"not\":\"a control\"}".getBytes(UTF_8));
    given()
        .contentType("application/x-www-form-urlencoded")
        .header("X-Twilio-Signature", "forged")
        .body("MessageSid=SM1")
        .post("/v1/callbacks/twilio/inbound")
        .then()
        .statusCode(403);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(Scrape.names(metrics))
                    .containsAll(
                        PromisedMetrics.under(
                            "In every service",
                            "Is it sending?",
                            "How far behind?",
                            "What is stuck?")));
  }

  private void sends(Single one) {
    wire.publish(one.content().content());
    wire.request(Lane.URGENT, one.request());
    seen.awaitState(one.message(), "ACCEPTED");
  }
}
