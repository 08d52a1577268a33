package dev.campanile.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final List<Long> rests = new ArrayList<>();
  private Duration now = Duration.ZERO;

  @Test
  void theFirstTurnWaitsForNothing() {
    turn(pace(0), 10, false);

    assertThat(rests).isEmpty();
  }

  @Test
  void afterATurnThatLeftLittleWhatComesGathersForTwiceItsTime() {
    Pace pace = pace(0);
    turn(pace, 5, false);
    turn(pace, 3, false);
    turn(pace, 1, false);

    assertThat(rests).containsExactly(10L, 6L);
  }

  @Test
  void whatComesAfterTheRestWaitsForNothing() {
    Pace pace = pace(0);
    turn(pace, 10, false);
    now = now.plusMillis(21);
    turn(pace, 10, false);

    assertThat(rests).isEmpty();
  }

  @Test
  void afterATurnThatLeftMuchThereIsNoRest() {
    Pace pace = pace(30);
    assertThat(turn(pace, 10, true)).isTrue();
    assertThat(turn(pace, 10, false)).isFalse();

    assertThat(rests).isEmpty();
  }

  @Test
  void aLongTurnIsNotFollowedByALongRest() {
    Pace pace = pace(0);
    turn(pace, 5_000, false);
    turn(pace, 1, false);

    assertThat(rests).containsExactly(15L);
  }

  @Test
  void aRestMayBeLongerThanTheWorkAsksFor() {
    Pace pace = pace(8);
    turn(pace, 1, false);
    turn(pace, 5, false);
    turn(pace, 1, false);

    assertThat(rests).containsExactly(8L, 10L);
  }

  @Test
  void aTurnThatFailsIsFollowedByARestToo() {
    Pace pace = pace(0);
    assertThatThrownBy(
            () ->
                pace.turn(
                    () -> {
                      now = now.plusMillis(5);
                      throw new IllegalStateException("no database");
                    }))
        .hasMessage("no database");
    turn(pace, 1, false);

    assertThat(rests).containsExactly(10L);
  }

  @Test
  void whoIsInterruptedDoesNotRest() {
    Pace pace = pace(0);
    turn(pace, 10, false);
    Thread.currentThread().interrupt();
    turn(pace, 10, false);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(rests).isEmpty();
  }

  private Pace pace(long atLeastMillis) {
    return new Pace(
        Duration.ofMillis(atLeastMillis),
        () -> now.toNanos(),
        nanos -> {
          rests.add(Duration.ofNanos(nanos).toMillis());
          now = now.plusNanos(nanos);
        });
  }

  private boolean turn(Pace pace, long millis, boolean much) {
    return pace.turn(
        () -> {
          now = now.plusMillis(millis);
          return much;
        });
  }
}
