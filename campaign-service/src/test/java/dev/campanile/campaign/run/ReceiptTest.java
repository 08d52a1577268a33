package dev.campanile.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Kafka;
import dev.campanile.campaign.ServiceTest;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Receipt;
import dev.campanile.testing.TestClock;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class ReceiptTest {

  private static final Instant NOW = TestClock.START;

  private final Kafka kafka = new Kafka();

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void balancesWhateverTheOrderOfReceipts() {
    var run = LaunchedRun.of(kafka, "any-order");
    var people = LaunchedRun.people(9);
    run.members(people);
    run.completed(people);
    run.awaitReport(report -> assertThat(report.getInt("books.requested")).isEqualTo(9));

    List<Receipt> story = new ArrayList<>(story(run, people));
    Random random = new Random(42);
    for (int repetition = 0; repetition < 3; repetition++) {
      Collections.shuffle(story, random);
      story.forEach(run::receipts);
    }

    run.awaitState("SETTLED");
    run.awaitReport(ReceiptTest::assertTheStory);
  }

  private static List<Receipt> story(LaunchedRun run, List<ProfileId> people) {
    return List.of(
        new Receipt.Accepted(run.ref(people.get(0), 1), Channel.EMAIL, 1, null, false, NOW),
        new Receipt.Deferred(run.ref(people.get(1), 1), Channel.SMS, Reason.RETRY, NOW, NOW),
        new Receipt.Accepted(run.ref(people.get(1), 2), Channel.SMS, 2, "SM1", false, NOW),
        new Receipt.Delivered(run.ref(people.get(1), 3), Channel.SMS, 2, NOW),
        new Receipt.Accepted(run.ref(people.get(2), 1), Channel.CHAT, 1, "SM2", false, NOW),
        new Receipt.Bounced(run.ref(people.get(2), 2), Channel.CHAT, 1, "63016", NOW),
        new Receipt.Skipped(run.ref(people.get(3), 1), Channel.EMAIL, Reason.OPTED_OUT, NOW),
        new Receipt.Skipped(run.ref(people.get(4), 1), null, Reason.ERASED, NOW),
        new Receipt.Failed(
            run.ref(people.get(5), 1), Channel.SMS, Reason.PROVIDER_REJECTED, "21614", NOW),
        new Receipt.Unknown(run.ref(people.get(6), 1), Channel.EMAIL, 1, NOW),
        new Receipt.Unknown(run.ref(people.get(7), 1), Channel.EMAIL, 1, NOW),
        new Receipt.Uncertain(run.ref(people.get(7), 2), Channel.EMAIL, 1, NOW),
        new Receipt.Accepted(run.ref(people.get(8), 1), Channel.EMAIL, 1, null, false, NOW),
        new Receipt.Complained(run.ref(people.get(8), 2), Channel.EMAIL, 1, NOW));
  }

  private static void assertTheStory(JsonPath report) {
    assertThat(report.getInt("planned")).isEqualTo(9);
    assertThat(report.getInt("unreconciled")).isZero();
    assertThat(report.getMap("books").toString())
        .isEqualTo(
            "{pending=0, requested=0, skipped=2, deferred=0, accepted=4, failed=1, unknown=1,"
                + " uncertain=1}");
    assertThat(report.getMap("acceptedByChannel").toString()).isEqualTo("{CHAT=1, EMAIL=2, SMS=1}");
    assertThat(report.getMap("skippedByReason").toString()).isEqualTo("{ERASED=1, OPTED_OUT=1}");
    assertThat(report.getMap("failedByReason").toString()).isEqualTo("{PROVIDER_REJECTED=1}");
    assertThat(report.getMap("confirmed").toString())
        .isEqualTo("{BOUNCED=1, COMPLAINED=1, DELIVERED=1}");
    assertThat(report.getMap("confirmedByChannel.SMS").toString()).isEqualTo("{DELIVERED=1}");
  }

  @Test
  void keepsSendingWhileAMessageIsHeldForLater() {
    var run = LaunchedRun.of(kafka, "held");
    var people = LaunchedRun.people(1);
    run.members(people);
    run.completed(people);
    run.awaitReport(report -> assertThat(report.getInt("books.requested")).isEqualTo(1));

    run.receipts(
        new Receipt.Deferred(
            run.ref(people.getFirst(), 1),
            Channel.SMS,
            Reason.QUIET_HOURS,
            NOW.plusSeconds(9),
            NOW));

    run.awaitReport(
        report -> {
          assertThat(report.getString("state")).isEqualTo("SENDING");
          assertThat(report.getMap("deferredByReason").toString()).isEqualTo("{QUIET_HOURS=1}");
        });
  }
}
