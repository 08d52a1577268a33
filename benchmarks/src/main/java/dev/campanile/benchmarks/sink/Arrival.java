package dev.campanile.benchmarks.sink;

import java.util.UUID;

/**
 * A message that a receiver took.
 *
 * @param message the id it carried, {@link #NO_ID} for none
 * @param atMicros of the machine's clock, since 1970
 * @param size in bytes as it came over the wire
 */
public record Arrival(String address, UUID message, long atMicros, int size) {
  public static final UUID NO_ID = new UUID(0, 0);
}
