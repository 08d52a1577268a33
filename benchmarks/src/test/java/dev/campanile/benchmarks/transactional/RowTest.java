package dev.campanile.benchmarks.transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.campanile.benchmarks.sink.Arrival;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowTest {
  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();

  private final List<Sent> sent =
      List.of(
          new Sent(1_000_000, 1_010_000, "202", FIRST),
          new Sent(2_000_000, 2_500_000, "202", SECOND));

  @Test
  void countsFromWhenARequestWasDue() {
    Row row = row(List.of(arrival(FIRST, 1_020_000), arrival(SECOND, 2_900_000)));
    assertThat(row.wrong()).isFalse();
    assertThat(row.delivered().p50()).isCloseTo(20, within(1.0));
    assertThat(row.delivered().max()).isCloseTo(900, within(1.0));
    assertThat(row.answered().max()).isCloseTo(500, within(1.0));
  }

  @Test
  void findsWhatDidNotArrive() {
    Row row = row(List.of(arrival(FIRST, 1_020_000)));
    assertThat(row.missing()).isEqualTo(1);
    assertThat(row.wrong()).isTrue();
  }

  @Test
  void findsWhatArrivedTwice() {
    Row row =
        row(
            List.of(
                arrival(FIRST, 1_020_000), arrival(FIRST, 1_030_000), arrival(SECOND, 2_100_000)));
    assertThat(row.duplicates()).isEqualTo(1);
    assertThat(row.wrong()).isTrue();
  }

  @Test
  void tellsWhatWasRefused() {
    Row row =
        Row.of(
            200,
            false,
            0,
            List.of(new Sent(1_000_000, 1_010_000, "503", null)),
            List.of(),
            Map.of());
    assertThat(row.refused()).containsOnly(Map.entry("503", 1L));
    assertThat(row.missing()).isZero();
    assertThat(row.wrong()).isFalse();
  }

  @Test
  void passesOverTheBroadcastBeside() {
    Row row =
        row(
            List.of(
                arrival(UUID.randomUUID(), 1_000_000),
                arrival(FIRST, 1_020_000),
                arrival(SECOND, 2_100_000)));
    assertThat(row.wrong()).isFalse();
  }

  private Row row(List<Arrival> arrivals) {
    return Row.of(200, false, 0, sent, arrivals, Map.of("broker", 1.0));
  }

  private static Arrival arrival(UUID message, long at) {
    return new Arrival("ana@example.com", message, at, 100);
  }
}
