package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.systemtests.OneInstallation.Shared;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Services that are killed or asked to end while a campaign is under way. */
@ExtendWith(OneInstallation.class)
class HurtServicesTest {

  private final Installation installation;
  private final Crowd crowd;
  private final Witness witness;

  HurtServicesTest(Shared shared) {
    installation = shared.installation();
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
  void killedProfileAndCampaignServicesLoseAndDoubleNothing() {
    witness.watches(crowd.launches("killed-services"));
    installation.kill(Service.PROFILE);
    installation.restart(Service.PROFILE);
    crowd.awaitReceived(20);
    installation.kill(Service.CAMPAIGN);
    installation.restart(Service.CAMPAIGN);
    crowd.grocer().awaitAnswers("killed-services");

    witness.assertAllHolds(0);
  }

  @Test
  void servicesThatAreAskedToEndFinishWhatTheyHandOver() {
    witness.watches(crowd.launches("ended-services"));
    crowd.awaitReceived(20);
    for (Service service : Service.values()) {
      installation.replica(service).process().askToEnd();
    }
    for (Service service : Service.values()) {
      assertThat(installation.replica(service).process().awaitEnd())
          .as("%s ends by itself", service)
          .isTrue();
    }
    int received = crowd.received();
    assertThat(received).as("ended in the middle of sending").isLessThan(Crowd.SIZE);
    for (Service service : Service.values()) {
      installation.restart(service);
    }
    crowd.grocer().awaitAnswers("ended-services");

    witness.assertAllHolds(0);
  }
}
