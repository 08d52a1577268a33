package dev.campanile.local.demo;

import dev.campanile.local.terminal.Terminal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The demo's stages, each announced and timed. */
final class Stages {
  private final Terminal terminal;
  private final Map<String, Duration> times = new LinkedHashMap<>();

  Stages(Terminal terminal) {
    this.terminal = terminal;
  }

  <T> T in(String key, String heading, Supplier<T> work) {
    terminal.heading(heading);
    long began = System.nanoTime();
    try {
      return work.get();
    } finally {
      times.put(key, Duration.ofNanos(System.nanoTime() - began));
    }
  }

  Map<String, Duration> times() {
    return Collections.unmodifiableMap(times);
  }
}
