package dev.campanile.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Single;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.testing.PlatformResource;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the record a request came in to the provider's answer it is one trace. */
@QuarkusTest
@TestProfile(HandOffTraceTest.Traced.class)
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class HandOffTraceTest {

  private static final AttributeKey<String> MESSAGE =
      AttributeKey.stringKey("campanile.message.id");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("campanile.outcome");

  public static final class Traced implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled", "false",
          "quarkus.otel.simple", "true",
          "quarkus.otel.metrics.exporter", "none",
          "quarkus.otel.traces.exporter", "cdi");
    }
  }

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject SeenSpans spans;

  private final Customer ana = Customer.any();

  @ParameterizedTest
  @EnumSource(names = {"EMAIL", "SMS"})
  void theHandOffIsInTheTraceOfItsRequest(Channel channel) {
    String trace = Traces.id();
    Single one = Single.transactional(channel, address(channel));
    wire.publish(one.content().content());

    wire.request(Lane.URGENT, one.request(), Traces.parent(trace));

    SpanData handOff = awaitHandOff(one);
    assertThat(handOff.getTraceId()).isEqualTo(trace);
    assertThat(handOff.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(handOff.getName()).isEqualTo(channel + " hand-off");
    assertThat(handOff.getAttributes().get(OUTCOME)).isEqualTo("accepted");
    assertThat(spans.of(trace))
        .filteredOn(span -> span.getSpanId().equals(handOff.getParentSpanId()))
        .as("its parent")
        .singleElement()
        .satisfies(it -> assertThat(it.getName()).isEqualTo("message.requests.urgent process"));
    assertThat(spans.of(trace).toString()).doesNotContain(address(channel));
  }

  @Test
  void whatNobodyTracedIsATraceOfItsOwn() {
    Single one = Single.transactional(Channel.EMAIL, ana.email());
    wire.publish(one.content().content());
    wire.request(Lane.URGENT, one.request());

    assertThat(awaitHandOff(one).getTraceId()).isNotBlank();
  }

  private SpanData awaitHandOff(Single one) {
    seen.awaitState(one.message(), "ACCEPTED");
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> handOffs(one), found -> !found.isEmpty())
        .getFirst();
  }

  private List<SpanData> handOffs(Single one) {
    return spans.all().stream()
        .filter(span -> one.message().toString().equals(span.getAttributes().get(MESSAGE)))
        .toList();
  }

  private String address(Channel channel) {
    return channel == Channel.EMAIL ? ana.email() : ana.phone();
  }
}
