package dev.campanile.benchmarks.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.benchmarks.sink.Arrival;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalTimesTest {

  @Test
  void saysWhenWhichShareHadArrived() {
    Instant launched = Instant.ofEpochSecond(100);
    List<Arrival> arrivals =
        IntStream.rangeClosed(1, 1_000)
            .mapToObj(i -> new Arrival("a", Arrival.NO_ID, (100 + i) * 1_000_000L, 1))
            .toList();
    assertThat(ArrivalTimes.after(launched, arrivals))
        .containsEntry("p50", 500.0)
        .containsEntry("p99", 990.0)
        .containsEntry("p99.9", 999.0)
        .containsEntry("p100", 1_000.0);
  }

  @Test
  void saysNothingOfNoArrivals() {
    assertThat(ArrivalTimes.after(Instant.EPOCH, List.of())).isEmpty();
  }
}
