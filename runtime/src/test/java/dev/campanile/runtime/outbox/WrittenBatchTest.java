package dev.campanile.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.AudienceMembers;
import dev.campanile.contracts.AudienceMembers.Member;
import dev.campanile.contracts.Batch;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.WireFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenBatchTest {

  private static final RunId RUN = new RunId(UUID.randomUUID());

  @ParameterizedTest
  @CsvSource({"1, 10", "499, 10", "500, 10", "501, 10", "700, 900", "120, 3000", "3, 200000"})
  void keepsTheLimitsOfABatchAndTheOrder(int people, int textLength) {
    List<Member> members = members(people, textLength);

    List<WrittenBatch<AudienceMembers>> written = written(members);

    assertThat(written)
        .allSatisfy(
            one -> {
              assertThat(one.batch().items()).hasSizeLessThanOrEqualTo(Batch.MAX_ITEMS);
              assertThat(one.json()).hasSizeLessThanOrEqualTo(Batch.MAX_BYTES);
              assertThat(one.json()).isEqualTo(WireFormat.write(one.batch()));
            });
    assertThat(written.stream().flatMap(one -> one.batch().items().stream()).toList())
        .isEqualTo(members);
  }

  @Test
  void oneThatIsTooLargeGoesAlone() {
    assertThat(written(members(2, Batch.MAX_BYTES)))
        .extracting(one -> one.batch().items().size())
        .containsExactly(1, 1);
  }

  private static List<WrittenBatch<AudienceMembers>> written(List<Member> members) {
    return WrittenBatch.of(members, items -> new AudienceMembers(RUN, new Bucket(5), items));
  }

  private static List<Member> members(int people, int textLength) {
    return IntStream.range(0, people)
        .mapToObj(
            _ ->
                new Member(
                    new ProfileId(UUID.randomUUID()), 1, Map.of("text", "x".repeat(textLength))))
        .toList();
  }
}
