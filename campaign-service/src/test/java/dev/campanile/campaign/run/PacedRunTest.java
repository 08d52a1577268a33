package dev.campanile.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.campanile.campaign.Api;
import dev.campanile.campaign.Kafka;
import dev.campanile.campaign.ServiceTest;
import dev.campanile.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Campaigns that say how fast they are to be sent. */
@ServiceTest
class PacedRunTest {

  @Inject TestClock clock;

  private final Kafka kafka = new Kafka();

  @AfterEach
  void close() {
    clock.reset();
    kafka.close();
  }

  @Test
  void goesAtItsSpeedAndCatchesUpNoMoreThanASecond() throws InterruptedException {
    var run = LaunchedRun.paced(kafka, "paced", 10);
    var people = LaunchedRun.apart(40);
    run.members(people);
    run.completed(people);

    requested(run, 1);
    clock.advance(Duration.ofMillis(500));
    requested(run, 6);
    clock.advance(Duration.ofMillis(500));
    requested(run, 11);
    clock.advance(Duration.ofMinutes(10));
    requested(run, 22);
    clock.advance(Duration.ofSeconds(1));
    requested(run, 32);
  }

  @Test
  void aSpeedIsAPositiveNumber() {
    Api.prepare("no-speed");

    Api.putAgain(
            "/v1/campaigns/no-speed",
            Api.CAMPAIGN.formatted("no-speed").replaceFirst("\\{", "{\"messagesPerSecond\":0,"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/messagesPerSecond"));
  }

  /** And no more than that, while time stands still. */
  private static void requested(LaunchedRun run, int messages) throws InterruptedException {
    run.awaitReport(
        report -> assertThat(report.getInt("books.requested")).isGreaterThanOrEqualTo(messages));
    Thread.sleep(Duration.ofMillis(300));
    assertThat(run.report().getInt("books.requested")).isEqualTo(messages);
  }
}
