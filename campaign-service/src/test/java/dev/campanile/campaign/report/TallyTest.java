package dev.campanile.campaign.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.report.Tally.Count;
import dev.campanile.campaign.run.MessageState;
import dev.campanile.contracts.Bucket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

  private final Map<Integer, Integer> members = new HashMap<>();

  @Test
  void isCompleteWhenEveryBucketAgrees() {
    for (int bucket = 0; bucket < Bucket.COUNT; bucket++) {
      members.put(bucket, bucket == 7 ? 2 : 0);
    }

    assertThat(tally(count(7, MessageState.PENDING, 2)).audienceComplete()).isTrue();
    assertThat(tally(count(7, MessageState.PENDING, 1)).audienceComplete()).isFalse();
    assertThat(tally(count(8, MessageState.PENDING, 2)).audienceComplete()).isFalse();
  }

  @Test
  void doesNotLetOneBucketsSurplusHideAnothersGap() {
    members.put(1, 5);
    members.put(2, 5);

    var tally = tally(count(1, MessageState.ACCEPTED, 4), count(2, MessageState.ACCEPTED, 6));

    assertThat(tally.planned()).isEqualTo(10);
    assertThat(tally.unreconciled()).isEqualTo(2);
  }

  @Test
  void countsWhatFollowsAcceptanceAsAccepted() {
    var tally =
        tally(
            count(1, MessageState.ACCEPTED, 1),
            count(1, MessageState.DELIVERED, 2),
            count(1, MessageState.BOUNCED, 4),
            count(1, MessageState.COMPLAINED, 8),
            count(1, MessageState.SKIPPED, 16));

    assertThat(tally.books().accepted()).isEqualTo(15);
    assertThat(tally.books().skipped()).isEqualTo(16);
    assertThat(tally.acceptedByChannel()).containsExactly(Map.entry("EMAIL", 15L));
  }

  private Tally tally(Count... counts) {
    return new Tally(List.of(counts), members);
  }

  private static Count count(int bucket, MessageState state, long messages) {
    return new Count(bucket, state, "EMAIL", null, messages);
  }
}
