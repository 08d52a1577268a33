package dev.campanile.gateway.tracking;

import dev.campanile.contracts.Receipt.Reader;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts opens and clicks by who did them, and those that could not be kept. */
@ApplicationScoped
class ReadingMeters {

  private final MeterRegistry registry;

  ReadingMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void read(Mark mark, Reader reader, long times) {
    registry
        .counter(
            "campanile.readings",
            "kind",
            mark.isPixel() ? "open" : "click",
            "reader",
            reader.name())
        .increment(times);
  }

  void lost() {
    registry.counter("campanile.readings.lost").increment();
  }
}
