package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

/**
 * The last record of a bucket's audience.
 *
 * @param members how many there are; the run's plan is final when its own rows agree, bucket by
 *     bucket
 */
public record AudienceBucketCompleted(RunId runId, Bucket bucket, int members)
    implements AudienceRecord {

  public AudienceBucketCompleted {
    requireNonNull(runId);
    requireNonNull(bucket);
    if (members < 0) {
      throw new IllegalArgumentException("members is not negative");
    }
  }
}
