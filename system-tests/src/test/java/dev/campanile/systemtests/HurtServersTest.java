package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Channel;
import dev.campanile.systemtests.OneInstallation.Shared;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Kafka and PostgreSQL stopped and killed while a campaign is under way. Nobody touches the
 * services: they wait and go on.
 */
@ExtendWith(OneInstallation.class)
class HurtServersTest {

  private final Installation installation;
  private final Platform platform;
  private final Crowd crowd;
  private final Witness witness;

  HurtServersTest(Shared shared) {
    installation = shared.installation();
    platform = installation.platform();
    crowd = shared.crowd();
    witness = new Witness(installation);
  }

  @BeforeEach
  void providersTakeTheirTime() {
    crowd.providersAreQuickAndEmpty();
    crowd.sendsSlowly();
  }

  @AfterEach
  void providersAreQuickAgain() {
    crowd.providersAreQuickAndEmpty();
  }

  @Test
  void aBrokerThatIsStoppedDelaysAndLosesNothing() {
    withoutTheBroker("broker-stopped", () -> platform.stop(Piece.KAFKA), 1);
  }

  @Test
  void aBrokerThatIsKilledDelaysAndLosesNothing() {
    withoutTheBroker("broker-killed", () -> platform.kill(Piece.KAFKA), 4);
  }

  @Test
  void aDatabaseThatIsStoppedDelaysAndLosesNothing() {
    withoutTheDatabase("database-stopped", () -> platform.stop(Piece.POSTGRES));
  }

  @Test
  void aDatabaseThatIsKilledDelaysAndLosesNothing() {
    withoutTheDatabase("database-killed", () -> platform.kill(Piece.POSTGRES));
  }

  /**
   * What is asked of the services meanwhile is kept, and leaves when Kafka is there. A no binds at
   * once: it needs no Kafka.
   *
   * @param leaves the number of a customer who has had enough
   */
  private void withoutTheBroker(String campaign, Runnable fault, int leaves) {
    witness.watches(crowd.launches(campaign));
    crowd.awaitReceived(40);
    fault.run();
    crowd.writes(leaves, "Basta!");
    witness.heardNo(Channel.SMS, crowd.customer(leaves).phone());
    witness.watches(crowd.launches(campaign + "-meanwhile"));
    wait(Piece.KAFKA);
    crowd.grocer().awaitAnswers(campaign);
    JsonNode report = crowd.grocer().awaitAnswers(campaign + "-meanwhile");

    assertThat(report.at("/skippedByReason/OPTED_OUT").asInt()).isPositive();
    assertNothingWasGivenUp();
  }

  /** What was being handed over is answered, and the answers wait for the ledger. */
  private void withoutTheDatabase(String campaign, Runnable fault) {
    witness.watches(crowd.launches(campaign));
    crowd.awaitReceived(40);
    fault.run();
    wait(Piece.POSTGRES);
    crowd.grocer().awaitAnswers(campaign);

    assertNothingWasGivenUp();
  }

  private void wait(Piece piece) {
    long until = System.nanoTime() + Faults.OUTAGE.toNanos();
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
    platform.startAgain(piece);
  }

  private void assertNothingWasGivenUp() {
    witness.assertAllHolds(0);
    assertThat(DeadLetters.count(installation)).as("dead letters").isZero();
    for (Service service : Service.values()) {
      assertThat(installation.replica(service).runs()).as("%s runs", service).isTrue();
      assertThat(installation.replica(service).isAlive()).as("%s is alive", service).isTrue();
    }
  }
}
