package dev.campanile.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.campaign.Api;
import dev.campanile.campaign.Kafka;
import dev.campanile.contracts.AudienceBucketCompleted;
import dev.campanile.contracts.AudienceMembers;
import dev.campanile.contracts.AudienceMembers.Member;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.MessageRef;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Source;
import dev.campanile.contracts.Topic;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A launched campaign, with the test in the place of profile-service and gateway. */
final class LaunchedRun {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  static final LocalDate PLANNED_ON = LocalDate.parse("2026-11-21");

  private final Kafka kafka;
  private final String campaign;
  private final RunId id;

  private LaunchedRun(Kafka kafka, String campaign, RunId id) {
    this.kafka = kafka;
    this.campaign = campaign;
    this.id = id;
  }

  static LaunchedRun of(Kafka kafka, String campaign) {
    return of(kafka, campaign, Api.asClient());
  }

  static LaunchedRun of(Kafka kafka, String campaign, RequestSpecification client) {
    Api.prepare(campaign);
    return launched(kafka, campaign, client);
  }

  static LaunchedRun paced(Kafka kafka, String campaign, int messagesPerSecond) {
    Api.prepare(campaign);
    Api.putAgain(
            "/v1/campaigns/" + campaign,
            Api.CAMPAIGN
                .formatted(campaign)
                .replaceFirst("\\{", "{\"messagesPerSecond\":" + messagesPerSecond + ","))
        .statusCode(200);
    return launched(kafka, campaign, Api.asClient());
  }

  private static LaunchedRun launched(Kafka kafka, String campaign, RequestSpecification client) {
    String id = Api.launch(client, campaign, "first").statusCode(202).extract().path("runId");
    return new LaunchedRun(kafka, campaign, RunId.of(id));
  }

  RunId id() {
    return id;
  }

  static List<ProfileId> people(int number) {
    return IntStream.range(0, number).mapToObj(_ -> new ProfileId(UUID.randomUUID())).toList();
  }

  /** Each in a bucket, and so in a batch, of its own. */
  static List<ProfileId> apart(int number) {
    Map<Bucket, ProfileId> byBucket = new TreeMap<>();
    while (byBucket.size() < number) {
      ProfileId person = new ProfileId(UUID.randomUUID());
      byBucket.putIfAbsent(Bucket.of(person), person);
    }
    return List.copyOf(byBucket.values());
  }

  /** Sends the members of every bucket, without saying that they are complete. */
  void members(Collection<ProfileId> people) {
    byBucket(people)
        .forEach(
            (bucket, inBucket) ->
                kafka.send(
                    Topic.AUDIENCE_MEMBERS,
                    bucket,
                    new AudienceMembers(
                        id,
                        bucket,
                        inBucket.stream()
                            .map(p -> new Member(p, 3, Map.of("orderNumber", "GB-1")))
                            .toList())));
  }

  void completed(Collection<ProfileId> people) {
    Map<Bucket, List<ProfileId>> byBucket = byBucket(people);
    for (int i = 0; i < Bucket.COUNT; i++) {
      var bucket = new Bucket(i);
      int members = byBucket.getOrDefault(bucket, List.of()).size();
      kafka.send(Topic.AUDIENCE_MEMBERS, bucket, new AudienceBucketCompleted(id, bucket, members));
    }
  }

  /** Everything the service asked of the gateway for this run. */
  List<MessageRequests> requests() {
    Topic topic = Category.SERVICE.campaignLane().requests();
    return kafka.all(topic, MessageRequests.class).stream()
        .filter(batch -> batch.source().equals(source()))
        .toList();
  }

  List<MessageRequests.Recipient> recipients() {
    return requests().stream().flatMap(batch -> batch.items().stream()).toList();
  }

  void receipts(Receipt... receipts) {
    kafka.send(
        Topic.MESSAGE_RECEIPTS,
        new Bucket(1),
        new MessageReceipts(new Bucket(1), List.of(receipts)));
  }

  void receipts(List<? extends Receipt> receipts) {
    for (int from = 0; from < receipts.size(); from += 500) {
      List<Receipt> batch =
          new ArrayList<>(receipts.subList(from, Math.min(from + 500, receipts.size())));
      receipts(batch.toArray(new Receipt[0]));
    }
  }

  MessageRef ref(ProfileId profile, int revision) {
    return new MessageRef(MessageId.of(source(), profile), profile, source(), PLANNED_ON, revision);
  }

  JsonPath report() {
    return Api.get("/v1/campaigns/" + campaign + "/report").statusCode(200).extract().jsonPath();
  }

  void awaitReport(Consumer<JsonPath> expectation) {
    await().atMost(PATIENCE).untilAsserted(() -> expectation.accept(report()));
  }

  void awaitState(String state) {
    awaitReport(report -> assertThat(report.getString("state")).isEqualTo(state));
  }

  private Source source() {
    return new Source.Campaign(campaign, id);
  }

  private static Map<Bucket, List<ProfileId>> byBucket(Collection<ProfileId> people) {
    return people.stream()
        .collect(Collectors.groupingBy(Bucket::of, TreeMap::new, Collectors.toList()));
  }
}
