package dev.campanile.gateway.quiethours;

import java.time.Instant;

/** A span of time that includes its start and not its end. */
record Window(Instant from, Instant to) {

  boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** Starts when both have started; ends when the first of them ends. */
  Window overlap(Window other) {
    return new Window(
        other.from.isAfter(from) ? other.from : from, other.to.isBefore(to) ? other.to : to);
  }
}
