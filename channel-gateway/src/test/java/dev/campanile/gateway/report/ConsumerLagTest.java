package dev.campanile.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.metrics.Scrape;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Micrometer looks once a minute for what a consumer has; after all others that minute is over. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
@Order(Integer.MAX_VALUE)
class ConsumerLagTest {

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Test
  void theLagIsThereForEachTopicAndPartition() {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                assertThat(Scrape.lines(metrics))
                    .anyMatch(
                        line ->
                            line.startsWith("kafka_consumer_fetch_manager_records_lag_max{")
                                && line.contains("\"kafka-consumer-message-requests-urgent\""))
                    .anyMatch(
                        line ->
                            line.startsWith("kafka_consumer_fetch_manager_records_lag{")
                                && line.contains("topic=\"message.requests.urgent\"")));
  }
}
