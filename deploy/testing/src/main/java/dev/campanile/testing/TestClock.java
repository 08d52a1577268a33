package dev.campanile.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Business time in tests: stands still until it is moved. Takes the place of the real one. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock implements InstantSource {

  /** A Saturday; most of Europe and Asia is awake, America is not. */
  public static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant instant) {
    now = instant;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  public void reset() {
    now = START;
  }
}
