package dev.campanile.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.testing.metrics.PromisedMetrics;
import dev.campanile.testing.metrics.Scrape;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@ServiceTest
class PromisedMetricsTest {

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  /** A lag is known once a consumer has its partitions. */
  @Test
  void oneScrapeHasEveryNameThatOperatorsArePromised() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(Scrape.names(metrics))
                    .containsAll(PromisedMetrics.under("In every service", "In campaign-service")));
  }
}
