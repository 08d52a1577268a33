package dev.campanile.campaign.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.campaign.Kafka;
import dev.campanile.campaign.ServiceTest;
import dev.campanile.contracts.AudienceRequested;
import dev.campanile.contracts.Batch;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.Topic;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class RunTest {

  private static final Instant NOW = TestClock.START;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Database database;
  @Inject RunGauges gauges;

  private final Kafka kafka = new Kafka();

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void asksForTheAudienceWithTheFieldsThatTheContentUses() {
    var run = LaunchedRun.of(kafka, "asks-for-audience");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(kafka.all(Topic.AUDIENCE_REQUESTS, AudienceRequested.class))
                    .contains(
                        new AudienceRequested(
                            run.id(), "out-for-delivery", List.of("firstName", "orderNumber"))));
    assertThat(kafka.all(Topic.RUN_CONTROLS, RunControl.class))
        .contains(RunControl.of(run.id(), RunControl.State.RUNNING, 1));
  }

  @Test
  void whatTheGatewayOwesIsMeasured() {
    var run = LaunchedRun.of(kafka, "measured");
    var people = LaunchedRun.people(5);
    double before = unanswered();

    run.members(people);
    run.completed(people);
    await().atMost(PATIENCE).until(() -> unanswered() == before + 5);
    run.receipts(
        people.stream()
            .map(p -> new Receipt.Accepted(run.ref(p, 1), Channel.EMAIL, 1, "m", false, NOW))
            .toList());

    await().atMost(PATIENCE).until(() -> unanswered() == before);
  }

  private double unanswered() {
    return database.read(gauges::unanswered);
  }

  @Test
  void requestsEveryMemberOnceHoweverOftenTheAudienceComes() {
    var run = LaunchedRun.of(kafka, "once-each");
    var people = LaunchedRun.people(300);

    run.members(people.subList(0, 200));
    run.members(people);
    run.completed(people);
    run.members(people);
    run.completed(people);

    run.awaitReport(
        report -> {
          assertThat(report.getBoolean("audienceComplete")).isTrue();
          assertThat(report.getInt("books.requested")).isEqualTo(300);
        });
    assertThat(run.recipients())
        .extracting(Recipient::profileId)
        .containsExactlyInAnyOrderElementsOf(people);
    assertThat(run.requests())
        .allSatisfy(
            batch ->
                assertThat(batch.items())
                    .allMatch(r -> batch.bucket().equals(Bucket.of(r.profileId()))))
        .allSatisfy(
            batch -> {
              assertThat(batch.plan())
                  .containsExactly(PlannedChannel.PREFERRED, PlannedChannel.EMAIL);
              assertThat(batch.plannedOn()).isEqualTo(LaunchedRun.PLANNED_ON);
              assertThat(batch.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
            });
    assertThat(run.recipients().getFirst().data()).containsEntry("orderNumber", "GB-1");
  }

  @Test
  void endsWithANoteWhenNobodyIsInTheSegment() {
    var run = LaunchedRun.of(kafka, "nobody");

    run.completed(List.of());

    run.awaitState("COMPLETED");
    assertThat(run.report().getInt("planned")).isZero();
    assertThat(run.report().getString("note")).contains("/v1/segments/out-for-delivery:preview");
  }

  @Test
  void isNotCompleteWhileAMemberIsMissing() {
    var run = LaunchedRun.of(kafka, "one-missing");
    var people = LaunchedRun.people(20);
    run.members(people.subList(0, 19));
    run.completed(people);

    run.awaitReport(
        report -> {
          assertThat(report.getInt("planned")).isEqualTo(20);
          assertThat(report.getInt("unreconciled")).isEqualTo(1);
          assertThat(report.getString("state")).isEqualTo("AUDIENCE");
        });

    run.members(people);
    run.awaitState("SENDING");
  }

  @Test
  void setsAsideWhatIsMalformedAndGoesOn() {
    var run = LaunchedRun.of(kafka, "malformed");
    ProfileId good = LaunchedRun.people(1).getFirst();
    Bucket bucket = Bucket.of(good);
    kafka.sendRaw(Topic.AUDIENCE_MEMBERS, bucket, "no JSON at all".getBytes(UTF_8));
    kafka.sendRaw(
        Topic.AUDIENCE_MEMBERS,
        bucket,
        """
        {"type":"MEMBERS","runId":"%s","bucket":%d,"items":[
          {"profileId":"nobody-%s","cardVersion":1,"fields":{}},
          {"profileId":"%s","cardVersion":1,"fields":{}}]}
        """
            .formatted(run.id(), bucket.value(), run.id(), good)
            .getBytes(UTF_8));
    run.completed(List.of(good));

    run.awaitReport(report -> assertThat(report.getInt("books.requested")).isEqualTo(1));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(deadLetters())
                    .anyMatch(letter -> letter.contains("no JSON at all"))
                    .anyMatch(letter -> letter.contains("nobody-" + run.id())));
  }

  private List<String> deadLetters() {
    return kafka.all(Topic.AUDIENCE_MEMBERS.deadLetterName()).stream()
        .map(letter -> new String(letter.value(), UTF_8))
        .toList();
  }

  @Test
  void neverHasMoreUnansweredThanTheGatewayShouldHold() {
    var run = LaunchedRun.of(kafka, "back-pressure");
    var people = LaunchedRun.people(1_500);
    run.members(people);
    run.completed(people);

    run.awaitReport(
        report -> {
          assertThat(report.getInt("books.requested")).isGreaterThan(525);
          assertThat(report.getInt("books.pending")).isGreaterThanOrEqualTo(800);
        });
    assertThat(run.report().getInt("books.requested")).isLessThanOrEqualTo(700);

    var answered = new HashSet<ProfileId>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              List<Recipient> asked = run.recipients();
              assertThat(asked.size() - answered.size()).isLessThanOrEqualTo(700);
              run.receipts(
                  asked.stream()
                      .map(Recipient::profileId)
                      .filter(answered::add)
                      .map(p -> new Receipt.Skipped(run.ref(p, 1), null, Reason.NO_ADDRESS, NOW))
                      .toList());
              return answered.size() == people.size();
            });
    run.awaitState("SETTLED");
    assertThat(run.requests()).allMatch(batch -> batch.items().size() <= Batch.MAX_ITEMS);
    assertThat(run.recipients()).hasSize(1_500);
  }
}
