package dev.campanile.runtime.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * OpenTelemetry when it is on, and nothing at all when it is off: an SDK that is disabled goes on
 * beginning spans that would be recorded, and everything that belongs to one is stored and sent.
 */
@ApplicationScoped
public class Telemetry {

  private final OpenTelemetry api;
  private final boolean on;

  Telemetry(OpenTelemetry sdk, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
    this.api = off ? OpenTelemetry.noop() : sdk;
    this.on = !off;
  }

  public boolean isOn() {
    return on;
  }

  public Tracer tracer() {
    return api.getTracer("dev.campanile");
  }

  public TextMapPropagator propagator() {
    return api.getPropagators().getTextMapPropagator();
  }
}
