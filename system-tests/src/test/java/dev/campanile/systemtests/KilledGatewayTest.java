package dev.campanile.systemtests;

import dev.campanile.systemtests.OneInstallation.Shared;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} of the gateway while it sends. */
@ExtendWith(OneInstallation.class)
class KilledGatewayTest {

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
    installation.kill(Service.GATEWAY);
    installation.restart(Service.GATEWAY);
    crowd.grocer().awaitAnswers("killed-gateway");

    witness.assertAllHolds(Faults.MOST_IN_FLIGHT);
  }
}
