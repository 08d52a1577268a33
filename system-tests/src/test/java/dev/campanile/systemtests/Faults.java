package dev.campanile.systemtests;

import java.time.Duration;

/** How faults are made in these tests. */
final class Faults {

  /** What one gateway hands off at once: 32 calls of 32 mails, 16 texts, 16 chat messages. */
  static final int MOST_IN_FLIGHT = 32 * 32 + 16 + 16;

  /**
   * How long a server is away. Short, because everybody waits for the build; {@code -Doutage=PT60S}
   * is what an operator would want to see once.
   */
  static final Duration OUTAGE = Duration.parse(System.getProperty("outage", "PT10S"));

  private Faults() {}
}
