package dev.campanile.runtime.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Carries a trace over the outbox and Kafka, as {@code traceparent} among a record's headers (W3C
 * Trace Context). Costs next to nothing while OpenTelemetry is off.
 */
@ApplicationScoped
public class Hops {

  /** The header that says which trace, and which step of it. */
  public static final String TRACEPARENT = "traceparent";

  private final Telemetry telemetry;

  Hops(Telemetry telemetry) {
    this.telemetry = telemetry;
  }

  /** The headers a record takes along besides its own. */
  public Map<String, String> outgoing(Map<String, String> headers) {
    Map<String, String> all = new HashMap<>();
    telemetry
        .propagator()
        .inject(Context.current(), all, (carrier, name, value) -> put(carrier, name, value));
    all.putAll(headers);
    return all;
  }

  /** Works on a record as part of the trace it came with. */
  public void on(ConsumerRecord<?, ?> record, Runnable work) {
    Span span =
        telemetry
            .tracer()
            .spanBuilder(record.topic() + " process")
            .setParent(telemetry.propagator().extract(Context.root(), record.headers(), KAFKA))
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute("messaging.system", "kafka")
            .setAttribute("messaging.destination.name", record.topic())
            .setAttribute("messaging.kafka.message.offset", record.offset())
            .startSpan();
    try (Scope _ = span.makeCurrent()) {
      work.run();
    } catch (RuntimeException e) {
      span.setStatus(StatusCode.ERROR);
      throw e;
    } finally {
      span.end();
    }
  }

  private static void put(@Nullable Map<String, String> carrier, String name, String value) {
    if (carrier != null) {
      carrier.put(name, value);
    }
  }

  private static final TextMapGetter<Headers> KAFKA =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers carrier) {
          return Stream.of(carrier.toArray()).map(Header::key).toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers carrier, String key) {
          Header header = carrier == null ? null : carrier.lastHeader(key);
          return header == null || header.value() == null
              ? null
              : new String(header.value(), UTF_8);
        }
      };
}
