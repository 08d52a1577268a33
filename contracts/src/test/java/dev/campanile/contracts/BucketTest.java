package dev.campanile.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BucketTest {

  /**
   * These values are stored in every database: a change of the function loses the order of
   * profiles.
   */
  @Test
  void neverChanges() {
    assertThat(Bucket.of(Samples.ANA).value()).isEqualTo(42);
    assertThat(Bucket.of("ana@example.com").value()).isEqualTo(39);
  }

  @Test
  void spreadsTimeOrderedIdsEvenly() {
    Random random = new Random(1);
    int[] profiles = new int[Bucket.COUNT];
    for (int i = 0; i < 64_000; i++) {
      long high = ((1_750_000_000_000L + i) << 16) | 0x7000 | random.nextInt(0x1000);
      long low = 0x8000000000000000L | (random.nextLong() >>> 2);
      profiles[Bucket.of(new ProfileId(new UUID(high, low))).value()]++;
    }
    assertThat(profiles).matches(counts -> IntStream.of(counts).allMatch(n -> n > 850 && n < 1150));
  }

  @Property
  void oneProfileHasOnePartitionWhateverTheirNumber(@ForAll long high, @ForAll long low) {
    Bucket bucket = Bucket.of(new ProfileId(new UUID(high, low)));

    assertThat(bucket.partition(8)).isEqualTo(bucket.value() % 8);
    assertThat(bucket.partition(1)).isZero();
  }

  @Test
  void isNothingElseThan0To63() {
    assertThatThrownBy(() -> new Bucket(64)).hasMessageContaining("0 to 63");
  }
}
