package dev.campanile.gateway.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Topic;
import dev.campanile.contracts.WireFormat;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class MalformedRequestTest {

  @Inject Wire wire;
  @Inject Seen seen;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void aMalformedItemFailsAndIsADeadLetterAndTheRestGoesOn() throws MalformedRecordException {
    Customer ana = Customer.any();
    Customer bob = Customer.any();
    Run run = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    wire.publish(run.content());
    wire.say(ana.card(1));
    wire.say(bob.card(1));
    ObjectNode batch =
        (ObjectNode)
            WireFormat.read(WireFormat.write(run.requests(List.of(ana, bob))), JsonNode.class);
    ((ObjectNode) ((ArrayNode) batch.get("items")).get(1)).put("data", "not an object");

    wire.send(Topic.MESSAGE_REQUESTS_URGENT, "bucket-1", "not json".getBytes(UTF_8));
    wire.send(Topic.MESSAGE_REQUESTS_URGENT, "bucket-1", WireFormat.write(batch));
    seen.awaitState(run.messageFor(ana), "ACCEPTED");
    seen.awaitState(run.messageFor(bob), "FAILED");

    assertThat(seen.get("/v1/messages/" + run.messageFor(bob)).path("reason").asText())
        .isEqualTo("MALFORMED");
    assertThat(
            new TopicProbe(bootstrapServers)
                .awaitOn(
                    Lane.URGENT.requests().deadLetterName(),
                    letters ->
                        letters.stream()
                                .map(letter -> new String(letter.value(), UTF_8))
                                .filter(
                                    text ->
                                        text.equals("not json")
                                            || text.contains(run.messageFor(bob).toString()))
                                .count()
                            == 2))
        .isNotEmpty();
  }
}
