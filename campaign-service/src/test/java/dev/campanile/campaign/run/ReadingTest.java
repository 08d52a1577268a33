package dev.campanile.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Kafka;
import dev.campanile.campaign.ServiceTest;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Receipt.Reader;
import dev.campanile.testing.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class ReadingTest {

  private final Kafka kafka = new Kafka();

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void countsPeopleOnceAndMachinesApartHoweverOftenReceiptsCome() {
    var run = LaunchedRun.of(kafka, "read");
    var people = LaunchedRun.people(3);
    run.members(people);
    run.completed(people);
    run.awaitReport(report -> assertThat(report.getInt("books.requested")).isEqualTo(3));
    List<Receipt> readings = new ArrayList<>();
    // One opens by herself and through a proxy, twice; one by a proxy; one has only machines.
    readings.add(opened(run, people.get(0), Reader.HUMAN));
    readings.add(opened(run, people.get(0), Reader.PROXY));
    readings.add(opened(run, people.get(0), Reader.PROXY));
    readings.add(opened(run, people.get(1), Reader.PROXY));
    readings.add(opened(run, people.get(2), Reader.PREFETCH));
    readings.add(clicked(run, people.get(0), "1", Reader.HUMAN));
    readings.add(clicked(run, people.get(0), "1", Reader.HUMAN));
    readings.add(clicked(run, people.get(2), "1", Reader.SCANNER));

    run.receipts(readings);
    run.receipts(readings.subList(2, 7));
    run.receipts(readings);
    run.receipts(clicked(run, people.get(1), "1", Reader.HUMAN));

    run.awaitReport(report -> assertThat(report.getInt("readings.clicks.people")).isEqualTo(2));
    var report = run.report();
    assertThat(report.getInt("readings.opens.people")).isEqualTo(2);
    assertThat(report.getInt("readings.opens.total")).isEqualTo(4);
    assertThat(report.getMap("readings.opens.byReader").toString())
        .isEqualTo(
            "{HUMAN={people=1, total=1}, PROXY={people=2, total=3}, PREFETCH={people=1, total=1}}");
    assertThat(report.getInt("readings.clicks.people")).isEqualTo(2);
    assertThat(report.getInt("readings.clicks.total")).isEqualTo(3);
    assertThat(report.getString("readings.byLink[0].url"))
        .isEqualTo("https://green-basket.example/{{ orderNumber | url_encode }}");
    assertThat(report.getInt("readings.byLink[0].clicks.total")).isEqualTo(3);
    assertThat(report.getInt("readings.byLink[0].clicks.byReader.SCANNER.total")).isEqualTo(1);
    // Reading changes no state.
    assertThat(report.getInt("books.requested")).isEqualTo(3);
  }

  @Test
  void aMachineThatNeverStopsIsCountedToALimit() {
    var run = LaunchedRun.of(kafka, "read-without-end");
    var people = LaunchedRun.people(1);
    run.members(people);
    List<Receipt> readings = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      readings.add(opened(run, people.getFirst(), Reader.SCANNER));
    }

    run.receipts(readings.subList(0, 30));
    run.receipts(readings);
    run.receipts(opened(run, people.getFirst(), Reader.HUMAN));

    run.awaitReport(report -> assertThat(report.getInt("readings.opens.people")).isEqualTo(1));
    assertThat(run.report().getInt("readings.opens.byReader.SCANNER.total")).isEqualTo(50);
  }

  private static Receipt opened(LaunchedRun run, ProfileId profile, Reader reader) {
    return new Receipt.Opened(
        UUID.randomUUID(), run.ref(profile, 0), Channel.EMAIL, reader, TestClock.START);
  }

  private static Receipt clicked(LaunchedRun run, ProfileId profile, String link, Reader reader) {
    return new Receipt.Clicked(
        UUID.randomUUID(), run.ref(profile, 0), Channel.EMAIL, link, reader, TestClock.START);
  }
}
