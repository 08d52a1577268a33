package dev.campanile.gateway.trace;

import dev.campanile.runtime.database.TransactionStart;
import dev.campanile.runtime.trace.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Tells the database in whose trace a transaction is, so that a message that is stored keeps it
 * (see the column {@code message.traceparent}). Costs nothing while nothing is traced.
 */
@ApplicationScoped
class TracedTransactions implements TransactionStart {

  private static final String TELL = "select set_config('campanile.traceparent', ?, true)";

  private final Telemetry telemetry;

  TracedTransactions(Telemetry telemetry) {
    this.telemetry = telemetry;
  }

  @Override
  public void started(Handle handle) {
    if (!Span.current().getSpanContext().isSampled()) {
      return;
    }
    Map<String, String> headers = new HashMap<>();
    telemetry
        .propagator()
        .inject(Context.current(), headers, (_, name, value) -> headers.put(name, value));
    String parent = headers.get(HandOffSpans.TRACEPARENT);
    if (parent != null) {
      handle.select(TELL, parent).mapTo(String.class).one();
    }
  }
}
