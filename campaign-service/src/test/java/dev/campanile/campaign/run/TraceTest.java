package dev.campanile.campaign.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.campaign.Api;
import dev.campanile.campaign.CampaignPlatform;
import dev.campanile.campaign.Kafka;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.Topic;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the gateway is asked for belongs to the trace of the call it began with. */
@QuarkusTest
@TestProfile(TraceTest.Traced.class)
@WithTestResource(CampaignPlatform.class)
class TraceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Spans go to a collector that is not there, long after the test. */
  public static final class Traced implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled", "false",
          "quarkus.otel.bsp.schedule.delay", "600s",
          "quarkus.otel.metrics.exporter", "none");
    }
  }

  private final Kafka kafka = new Kafka();

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void aRunsMessagesBelongToTheTraceOfItsLaunch() {
    String trace = trace();
    var run =
        LaunchedRun.of(
            kafka,
            "traced",
            Api.asClient().header("traceparent", "00-%s-b7ad6b7169203331-01".formatted(trace)));
    var people = LaunchedRun.people(20);
    run.members(people);
    run.completed(people);
    run.awaitReport(report -> assertThat(report.getInt("books.requested")).isEqualTo(20));

    Topic lane = Category.SERVICE.campaignLane().requests();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(traces(lane, run.id().toString())).isNotEmpty().containsOnly(trace));
  }

  @Test
  void requestsThatAreStoredTogetherKeepTheirOwnTraces() throws Exception {
    Api.prepare("traced-singles");
    List<String> traces = List.of(trace(), trace(), trace());
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String trace : traces) {
        callers.submit(() -> send(trace));
      }
    }

    Topic urgent = Lane.URGENT.requests();
    for (String trace : traces) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(traces(urgent, trace + "-order")).containsOnly(trace));
    }
  }

  private static void send(String trace) {
    Api.asClient()
        .header("Idempotency-Key", trace)
        .header("traceparent", "00-%s-b7ad6b7169203331-01".formatted(trace))
        .body(
            """
            {"content":"traced-singles","to":{"email":"guest@example.com"},
             "data":{"orderNumber":"%s-order"}}
            """
                .formatted(trace))
        .post("/v1/messages")
        .then()
        .statusCode(202);
  }

  /** Of the records on a topic that mention something. */
  private List<String> traces(Topic topic, String mentioned) {
    return kafka.all(topic.topicName()).stream()
        .filter(entry -> new String(entry.value(), UTF_8).contains(mentioned))
        .map(TraceTest::traceOf)
        .toList();
  }

  private static String traceOf(ConsumerRecord<String, byte[]> entry) {
    return new String(entry.headers().lastHeader("traceparent").value(), UTF_8).split("-", -1)[1];
  }

  private static String trace() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
