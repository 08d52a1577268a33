package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every service runs twice; then one of each dies. */
class TwoReplicasTest {

  /** The longest lease, the time Kafka waits for a dead consumer, and what is left to do. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(20 + 10 + 45);

  private Installation installation;
  private Crowd crowd;
  private Witness witness;

  @BeforeEach
  void starts() {
    installation = Installation.start();
    crowd = new Crowd(installation);
    witness = new Witness(installation);
  }

  @AfterEach
  void stops() {
    installation.close();
  }

  @Test
  void replicasShareTheWorkAndTheOtherFinishesWhenOneDies() {
    List<Replica> others = installation.addReplicas();
    crowd.sendsSlowly();
    witness.watches(crowd.launches("shared"));
    await().atMost(Duration.ofSeconds(60)).until(() -> others.stream().allMatch(this::bothWorked));
    crowd.awaitReceived(100);
    for (Service service : Service.values()) {
      installation.kill(service);
    }
    int underWay = new StoredLedger(installation).beingHandedOver();
    others.forEach(installation::leadsTo);
    long died = System.nanoTime();
    crowd.grocer().awaitAnswers("shared");

    assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(TAKEN_OVER);
    witness.assertAllHolds(underWay);
  }

  private boolean bothWorked(Replica other) {
    Service service = other.service();
    return other.metric(service.worked()) > 0
        && installation.replica(service).metric(service.worked()) > 0;
  }
}
