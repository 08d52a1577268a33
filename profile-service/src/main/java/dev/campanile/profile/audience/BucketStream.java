package dev.campanile.profile.audience;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the audience of a run has come in one bucket.
 *
 * @param pages of the snapshot of those who did not go out with the claim
 * @param nextPage the one to send next
 * @param members how many went out
 * @param epoch the lease all writes must name
 * @param rule JSON, as it was when the run asked; null when the segment was not known
 * @param fields what the run wants to know of each member
 */
record BucketStream(
    RunId run,
    Bucket bucket,
    State state,
    int pages,
    int nextPage,
    int members,
    long epoch,
    @Nullable String rule,
    List<String> fields) {

  enum State {
    /** Nobody was looked for yet. */
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

  /**
   * Its first members went out.
   *
   * @param left pages of a snapshot of the others; without any the bucket is completed
   */
  BucketStream begun(int first, int left) {
    State now = left == 0 ? State.COMPLETED : State.STREAMING;
    return new BucketStream(run, bucket, now, left, 0, first, epoch, rule, fields);
  }

  /** All pages before {@code next} went out; behind the last one the bucket is completed. */
  BucketStream sent(int next, int more) {
    State now = next >= pages ? State.COMPLETED : state;
    return new BucketStream(run, bucket, now, pages, next, members + more, epoch, rule, fields);
  }

  boolean isCompleted() {
    return state == State.COMPLETED;
  }
}
