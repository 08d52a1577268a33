package dev.campanile.gateway.trace;

import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.trace.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A span around each hand-off, in the trace of the request that asked for the message. */
@ApplicationScoped
class HandOffSpans {

  static final String TRACEPARENT = "traceparent";

  private static final String PARENT =
      """
      select traceparent
        from message
       where message_id = ? and traceparent is not null
      """;

  private final Telemetry telemetry;
  private final Database database;

  HandOffSpans(Telemetry telemetry, Database database) {
    this.telemetry = telemetry;
    this.database = database;
  }

  /**
   * Names no address: a trace is not a place for one.
   *
   * @param call answers for each of the messages
   */
  List<HandOff> around(List<Rendered> messages, Supplier<List<HandOff>> call) {
    if (!telemetry.isOn()) {
      return call.get();
    }
    List<Span> spans = messages.stream().map(this::begin).toList();
    // What the adapter itself traces, such as an HTTP request, is the first one's.
    try (Scope _ = spans.getFirst().makeCurrent()) {
      List<HandOff> answers = call.get();
      for (int i = 0; i < answers.size(); i++) {
        tell(spans.get(i), answers.get(i));
      }
      return answers;
    } catch (RuntimeException e) {
      spans.forEach(span -> span.setStatus(StatusCode.ERROR));
      throw e;
    } finally {
      spans.forEach(Span::end);
    }
  }

  private Span begin(Rendered message) {
    return telemetry
        .tracer()
        .spanBuilder(message.channel() + " hand-off")
        .setParent(parentOf(message.messageId()))
        .setSpanKind(SpanKind.CLIENT)
        .setAttribute("campanile.message.id", message.messageId().toString())
        .setAttribute("campanile.attempt", (long) message.attempt())
        .setAttribute("campanile.channel", message.channel().name())
        .setAttribute("campanile.category", message.category().name())
        .startSpan();
  }

  /** Of a message that nobody traced there is none, and the span is the first of its trace. */
  private Context parentOf(MessageId message) {
    Optional<String> parent =
        database.read(
            handle -> handle.select(PARENT, message.value()).mapTo(String.class).findFirst());
    return parent
        .map(it -> telemetry.propagator().extract(Context.root(), Map.of(TRACEPARENT, it), HEADERS))
        .orElseGet(Context::root);
  }

  private static void tell(Span span, HandOff handOff) {
    switch (handOff) {
      case HandOff.Accepted _ -> span.setAttribute("campanile.outcome", "accepted");
      case HandOff.RefusedForNow refused -> {
        span.setAttribute("campanile.outcome", "refused-for-now");
        span.setAttribute("campanile.reason", refused.reason().name());
      }
      case HandOff.Refused refused -> {
        span.setAttribute("campanile.outcome", "refused");
        span.setAttribute("campanile.reason", refused.reason().name());
        span.setAttribute("campanile.code", refused.code());
      }
      case HandOff.InDoubt doubt -> {
        span.setAttribute("campanile.outcome", "in-doubt");
        span.setStatus(StatusCode.ERROR, doubt.phase());
      }
    }
  }

  private static final TextMapGetter<Map<String, String>> HEADERS =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
          return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
          return carrier == null ? null : carrier.get(key);
        }
      };
}
