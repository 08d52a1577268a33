package dev.campanile.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallsTest {

  @Test
  void noMessageWaitsWhileASlotIsFree() {
    assertThat(Calls.spread(List.of(1, 2, 3), 20, 32))
        .containsExactly(List.of(1), List.of(2), List.of(3));
  }

  @Test
  void manyMessagesMakeCallsOfNearlyTheSameSize() {
    assertThat(Calls.spread(List.of(1, 2, 3, 4, 5), 2, 32))
        .containsExactly(List.of(1, 2, 3), List.of(4, 5));
  }

  @Test
  void noCallIsLargerThanItMayBe() {
    List<Integer> messages = IntStream.range(0, 20 * 32).boxed().toList();

    assertThat(Calls.spread(messages, 20, 32))
        .hasSize(20)
        .allSatisfy(it -> assertThat(it).hasSize(32));
    assertThatThrownBy(() -> Calls.spread(messages, 19, 32))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingMakesNoCall() {
    assertThat(Calls.spread(List.of(), 5, 1)).isEmpty();
  }
}
