package dev.campanile.runtime.database;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A time as PostgreSQL keeps it, a number of microseconds. Arrays of numbers travel as they are;
 * arrays of times are written as text here and read there, which takes longer than storing the row.
 */
public final class EpochMicros {

  private EpochMicros() {}

  /** To be bound; {@code timestamptz 'epoch' + n * interval '1 microsecond'} is the time again. */
  public static long of(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
