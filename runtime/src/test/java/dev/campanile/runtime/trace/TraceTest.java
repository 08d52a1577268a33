package dev.campanile.runtime.trace;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.campanile.contracts.AudienceMembers;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Topic;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.inbox.TopicReader;
import dev.campanile.runtime.outbox.KeyedValue;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TraceTest.Traced.class)
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "profile"))
class TraceTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String MEMBERS =
      """
      {"type":"MEMBERS","runId":"0199a8f0-0000-7000-8000-0000000000aa","bucket":3,"items":[
        {"profileId":"0199a8f0-0000-7000-8000-000000000001","cardVersion":1,"fields":{}}]}""";

  /** Spans go to a collector that is not there, long after the test. */
  public static final class Traced implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled", "false",
          "quarkus.otel.bsp.schedule.delay", "600s",
          "CAMPANILE_LOG_JSON", "true",
          "quarkus.otel.metrics.exporter", "none");
    }
  }

  @Inject TopicReader reader;
  @Inject Database database;
  @Inject Outbox outbox;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void aTraceGoesFromTheCallOverTheOutboxAndTheReaderToTheNextHop() {
    given()
        .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
        .post("/traced")
        .then()
        .statusCode(204);
    ConsumerRecord<String, byte[]> first = first(Topic.AUDIENCE_MEMBERS);
    assertThat(traceOf(first)).as("out of the call").startsWith("00-" + TRACE + "-");

    reader.readBatches(
        new ConsumerRecords<>(
            Map.of(new TopicPartition(first.topic(), 0), List.of(first)), Map.of()),
        AudienceMembers.class,
        (handle, _) -> outbox.add(handle, hello(Topic.RUN_CONTROLS)));
    ConsumerRecord<String, byte[]> next = first(Topic.RUN_CONTROLS);

    assertThat(traceOf(next)).as("out of the reader").startsWith("00-" + TRACE + "-");
    assertThat(traceOf(next)).as("a span of its own").isNotEqualTo(traceOf(first));
  }

  /** As {@code CAMPANILE_LOG_JSON=true} writes it. */
  @Test
  void aLineOfTheLogIsOneObjectWithItsTraceAndWithoutAddresses() throws IOException {
    var lines = ConsoleLines.begin();
    try {
      given()
          .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
          .post("/traced/spoken")
          .then()
          .statusCode(204);
    } finally {
      lines.end();
    }

    assertThat(lines.of(TracedResource.class.getName()))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line).endsWith("\n").doesNotContain("ana.rossi", "3331234567");
              assertThat(line.strip()).doesNotContain("\n");
              JsonNode json = new JsonMapper().readTree(line);
              assertThat(json.get("message").asText()).isEqualTo("told a…@example.com");
              assertThat(json.get("level").asText()).isEqualTo("WARN");
              assertThat(json.at("/mdc/traceId").asText()).isEqualTo(TRACE);
              assertThat(json.at("/mdc/spanId").asText()).matches("[0-9a-f]{16}");
              assertThat(json.get("exception").toString()).contains("+39…67 is not there");
            });
  }

  private ConsumerRecord<String, byte[]> first(Topic topic) {
    return new TopicProbe(bootstrapServers)
        .awaitOn(topic.topicName(), seen -> !seen.isEmpty())
        .getFirst();
  }

  private static String traceOf(ConsumerRecord<String, byte[]> record) {
    return new String(record.headers().lastHeader("traceparent").value(), UTF_8);
  }

  private static OutgoingRecords hello(Topic topic) {
    return new OutgoingRecords(
        topic, new Bucket(3), List.of(new KeyedValue("bucket-3", MEMBERS.getBytes(UTF_8))));
  }

  /** A call that sends something. */
  @Path("/traced")
  public static class TracedResource {

    @Inject Database database;
    @Inject Outbox outbox;

    @POST
    @Path("/spoken")
    @PermitAll
    public void speak() {
      Logger.getLogger(TracedResource.class)
          .warn(
              "told ana.rossi@example.com",
              new IllegalStateException("+393331234567 is not there\nat all"));
    }

    @POST
    @PermitAll
    public void send() {
      database.inTransaction(handle -> outbox.add(handle, hello(Topic.AUDIENCE_MEMBERS)));
    }
  }
}
