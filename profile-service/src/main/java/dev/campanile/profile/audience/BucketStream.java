package dev.campanile.profile.audience;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.RunId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the audience of a run has come in one bucket.
 *
 * @param sentTo the last profile sent; members go out in the order of their ids
 * @param members how many went out
 * @param epoch the lease all writes must name
 * @param rule JSON, as it was when the run asked; null when the segment was not known
 * @param fields what the run wants to know of each member
 */
record BucketStream(
    RunId run,
    Bucket bucket,
    State state,
    @Nullable UUID sentTo,
    int members,
    long epoch,
    @Nullable String rule,
    List<String> fields) {

  enum State {
    /** No snapshot was taken yet. */
    WAITING,
    STREAMING,
    COMPLETED
  }

  BucketStream {
    requireNonNull(run);
    requireNonNull(bucket);
    requireNonNull(state);
    fields = List.copyOf(fields);
  }

  BucketStream begun() {
    return new BucketStream(run, bucket, State.STREAMING, sentTo, members, epoch, rule, fields);
  }

  BucketStream sent(UUID last, int more) {
    return new BucketStream(run, bucket, state, last, members + more, epoch, rule, fields);
  }

  BucketStream completed() {
    return new BucketStream(run, bucket, State.COMPLETED, sentTo, members, epoch, rule, fields);
  }
}
