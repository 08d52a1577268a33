package dev.campanile.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "profile"))
class MetricsTest {

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @ConfigProperty(name = "quarkus.log.console.filter")
  String filter;

  @Test
  void sayWhetherItSendsAndHowFarItIsBehind() {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () ->
                assertThat(RestAssured.get(metrics).asString())
                    .containsPattern("campanile_outbox_rows(\\{[^}]*})? 0")
                    .containsPattern("campanile_outbox_age_seconds(\\{[^}]*})? 0")
                    .containsPattern("campanile_relay_buckets(\\{[^}]*})? [1-9]"));
  }

  @Test
  void everyLineOfTheLogPassesTheFilter() {
    assertThat(filter).isEqualTo("addresses");
  }
}
