package dev.campanile.systemtests;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.systemtests.Customer.Group;
import dev.campanile.systemtests.OneInstallation.Shared;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} of the gateway while it sends. */
@ExtendWith(OneInstallation.class)
class KilledGatewayTest {

  private static final int MANY = 3000;

  private final Installation installation;
  private final Crowd crowd;
  private final Witness witness;

  KilledGatewayTest(Shared shared) {
    installation = shared.installation();
    crowd = shared.crowd();
    witness = new Witness(installation);
  }

  @AfterEach
  void providersAreQuickAgain() {
    crowd.providersAreQuickAndEmpty();
  }

  @Test
  void noCustomerGetsAMessageTwiceAndEveryDoubtIsExplained() {
    crowd.providersAreQuickAndEmpty();
    crowd.sendsSlowly();
    witness.watches(crowd.launches("killed-gateway"));
    crowd.awaitReceived(60);
    int underWay = killsTheGateway();
    crowd.grocer().awaitAnswers("killed-gateway");

    witness.assertAllHolds(underWay);
  }

  @Test
  void atFullSpeedNoMoreIsInDoubtThanWasBeingHandedOver() {
    crowd.providersAreQuickAndEmpty();
    crowd
        .grocer()
        .imports(
            IntStream.range(0, MANY)
                .mapToObj(number -> Customer.of(Group.MANY, number, "EMAIL").row())
                .collect(joining("", Customer.HEADER, "")))
        .finds(Group.MANY)
        .offers("killed-at-full-speed", Group.MANY, "EMAIL");
    witness.watches(crowd.grocer().launchesWatched("killed-at-full-speed"));
    crowd.awaitReceived(MANY / 4, MANY);
    int underWay = killsTheGateway();
    crowd.grocer().awaitAnswers("killed-at-full-speed");

    witness.assertAllHolds(underWay);
  }

  /** Answers how many messages were being handed over. */
  private int killsTheGateway() {
    installation.kill(Service.GATEWAY);
    int underWay = new StoredLedger(installation).beingHandedOver();
    installation.restart(Service.GATEWAY);
    assertThat(underWay)
        .as("killed in the middle of hand-offs")
        .isBetween(1, Faults.MOST_IN_FLIGHT);
    return underWay;
  }
}
