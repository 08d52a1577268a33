package dev.campanile.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** A one-time code is waited for. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class UrgencyTest {

  private static final Logger LOG = Logger.getLogger(UrgencyTest.class);
  private static final int MESSAGES = 21;

  /** Well below what looking every so often would take. */
  private static final Duration AT_MOST = Duration.ofMillis(400);

  @Inject Wire wire;
  @Inject Seen seen;

  @Test
  void aTransactionalMessageIsWithTheMailServerAMomentAfterItsRequest() {
    Run content = Run.of(Category.TRANSACTIONAL, PlannedChannel.EMAIL);
    wire.publish(content.content());
    send(content);
    List<Duration> took = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      took.add(send(content));
    }

    Collections.sort(took);
    LOG.infof(
        "request record to SMTP accepted: median %d ms, fastest %d ms, slowest %d ms",
        took.get(MESSAGES / 2).toMillis(), took.getFirst().toMillis(), took.getLast().toMillis());
    assertThat(took.get(MESSAGES / 2)).isLessThan(AT_MOST);
  }

  private Duration send(Run content) {
    Single one = Single.with(content, Channel.EMAIL, Customer.any().email(), false);
    long began = System.nanoTime();
    wire.request(Lane.URGENT, one.request());
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> seen.received("EMAIL", one.to().address()) == 1);
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
