package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Every card of the bucket decided before {@code at} is on the topic before this record. Marketing
 * waits while the last one is too old: consent may have changed unheard.
 */
public record BucketHeartbeat(Bucket bucket, Instant at) implements ContactUpdate {

  public BucketHeartbeat {
    requireNonNull(bucket);
    requireNonNull(at);
  }

  @Override
  public String recordKey() {
    return "heartbeat-" + bucket.value();
  }
}
