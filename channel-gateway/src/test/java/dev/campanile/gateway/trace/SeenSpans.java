package dev.campanile.gateway.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where spans go in tests. */
@Singleton
class SeenSpans implements SpanExporter {

  private final List<SpanData> seen = new CopyOnWriteArrayList<>();

  List<SpanData> all() {
    return seen;
  }

  List<SpanData> of(String trace) {
    return seen.stream().filter(span -> span.getTraceId().equals(trace)).toList();
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    seen.addAll(spans);
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
