package dev.campanile.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentArrivalsTest {

  private Instant now = Messages.NOW;
  private final RecentArrivals recent = new RecentArrivals(() -> now);

  @Test
  void whatWasKeptIsTakenOnce() {
    UUID reservation = keep(3);

    assertThat(recent.take(reservation)).hasSize(3);
    assertThat(recent.take(reservation)).isNull();
  }

  @Test
  void whatWasNotKeptIsReadFromTheLedger() {
    assertThat(recent.take(UUID.randomUUID())).isNull();
  }

  @Test
  void thereIsRoomForSoMany() {
    UUID most = keep(RecentArrivals.MOST_MESSAGES);
    assertThat(recent.take(keep(1))).isNull();

    recent.take(most);

    assertThat(recent.take(keep(1))).hasSize(1);
  }

  @Test
  void whatNobodyTookMakesRoom() {
    UUID most = keep(RecentArrivals.MOST_MESSAGES);
    now = now.plus(RecentArrivals.KEPT).plus(Duration.ofNanos(1));

    UUID later = keep(1);

    assertThat(recent.take(most)).isNull();
    assertThat(recent.take(later)).hasSize(1);
  }

  private UUID keep(int messages) {
    UUID reservation = UUID.randomUUID();
    Sendable sendable = new Sendable(Messages.marketing(MessageState.RESERVED), Map.of(), false);
    recent.keep(Map.of(reservation, Collections.nCopies(messages, sendable)));
    return reservation;
  }
}
