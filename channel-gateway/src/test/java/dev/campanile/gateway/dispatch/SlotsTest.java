package dev.campanile.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlotsTest {

  private final Slots urgent = Slots.of(16);
  private final Slots triggered = urgent.fewer(12);
  private final Slots bulk = triggered.fewer(10);

  @Test
  void bulkLeavesSlotsToTheOthersHoweverMuchItHas() {
    assertThat(bulk.acquire(1000)).isEqualTo(10);
    assertThat(triggered.acquire(1000)).isEqualTo(2);
    assertThat(urgent.acquire(1000)).isEqualTo(4);
  }

  @Test
  void anIdleLanesSlotsAreUsedByTheOthers() {
    assertThat(urgent.acquire(1000)).isEqualTo(16);
  }

  @Test
  void whatIsReleasedIsFreeForEveryLane() throws InterruptedException {
    bulk.release(bulk.acquire(10));

    assertThat(bulk.awaitAllFree(Duration.ZERO)).isTrue();
    assertThat(urgent.awaitAllFree(Duration.ZERO)).isTrue();
    assertThat(urgent.acquire(16)).isEqualTo(16);
  }

  @Test
  void oneFreeSlotIsEnoughToGoOn() {
    bulk.acquire(9);

    assertThat(bulk.acquire(10)).isEqualTo(1);
  }
}
