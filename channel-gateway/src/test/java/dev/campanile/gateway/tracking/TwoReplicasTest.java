package dev.campanile.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.Receipt.Reader;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two connections at once, each with one click of the same scanner. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class TwoReplicasTest {

  @Inject Letters letters;
  @Inject ReadingRepository readings;
  @Inject Database database;
  @Inject TestClock clock;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void eachSeesTheClickTheOtherHasInHand() throws Exception {
    MessageId message = letters.sent(Category.SERVICE, Customer.any());
    // Not ripe by the clock, so that the judgement of this very service leaves them alone.
    Instant at = clock.instant().plusSeconds(600);
    Reading first = reading(message, "1", at);
    Reading second = reading(message, "2", at.plusMillis(10));
    database.inTransaction(handle -> readings.keep(handle, List.of(first, second)));
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);

    CompletableFuture<List<ArrivedReading>> other =
        CompletableFuture.supplyAsync(
            () ->
                database.transaction(
                    handle -> {
                      List<ArrivedReading> ripe = readings.takeRipe(handle, at, 10);
                      taken.countDown();
                      await(seen);
                      return ripe;
                    }));
    assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
    List<Reading> clicks;
    try {
      clicks = database.transaction(handle -> mine(handle, message, at, second));
    } finally {
      seen.countDown();
    }

    assertThat(other.get(20, TimeUnit.SECONDS))
        .extracting(it -> it.reading().id())
        .containsExactly(first.id());
    assertThat(clicks).extracting(it -> it.mark().link()).contains("1");
  }

  private List<Reading> mine(Handle handle, MessageId message, Instant at, Reading second) {
    assertThat(readings.takeRipe(handle, at.plusSeconds(1), 10))
        .extracting(it -> it.reading().id())
        .containsExactly(second.id());
    return readings.clicks(handle, List.of(message)).getOrDefault(message, List.of());
  }

  private static Reading reading(MessageId message, String link, Instant at) {
    return new Reading(
        UUID.randomUUID(), new Mark(message, Letters.PLANNED_ON, link), Reader.HUMAN, at);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
