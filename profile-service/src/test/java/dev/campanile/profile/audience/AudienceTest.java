package dev.campanile.profile.audience;

import static dev.campanile.profile.ProfileApi.api;
import static dev.campanile.profile.ProfileApi.idOf;
import static dev.campanile.profile.ProfileApi.imported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.AudienceBucketCompleted;
import dev.campanile.contracts.AudienceMembers;
import dev.campanile.contracts.AudienceMembers.Member;
import dev.campanile.contracts.AudienceRecord;
import dev.campanile.contracts.AudienceRequested;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Topic;
import dev.campanile.profile.ServiceTest;
import dev.campanile.profile.Topics;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@ServiceTest
class AudienceTest {

  @Inject Topics topics;
  @Inject Database database;
  @Inject AudienceRepository audiences;
  @Inject AudienceStreamer streamer;

  @Test
  void everyMemberComesOnceWithTheFieldsAskedFor() {
    imported(
        "externalId,firstName,country,trait.round\n"
            + IntStream.range(0, 300)
                .mapToObj(i -> "aud-%d,Name %d,%s,one\n".formatted(i, i, i % 3 == 0 ? "FR" : "IT"))
                .collect(Collectors.joining()));
    segment(
        "aud-it",
        "{\"all\":[{\"trait\":\"round\",\"is\":\"one\"},{\"trait\":\"country\",\"in\":[\"IT\"]}]}");
    AudienceRequested request =
        new AudienceRequested(
            new RunId(UUID.randomUUID()), "aud-it", List.of("firstName", "round", "missing"));

    topics.send(Topic.AUDIENCE_REQUESTS, "run", request);
    topics.send(Topic.AUDIENCE_REQUESTS, "run", request);

    Audience audience = audienceOf(request.runId());
    assertThat(audience.members).hasSize(200).doesNotHaveDuplicates();
    assertThat(audience.completed).hasSize(Bucket.COUNT).doesNotHaveDuplicates();
    assertThat(audience.completed.stream().mapToInt(AudienceBucketCompleted::members).sum())
        .isEqualTo(200);
    assertThat(audience.member(idOf("aud-1")))
        .satisfies(
            member -> {
              assertThat(member.cardVersion()).isEqualTo(1);
              assertThat(member.fields())
                  .containsOnlyKeys("firstName", "round")
                  .containsEntry("firstName", "Name 1");
            });
  }

  @Test
  void aRequestDeliveredTwiceYieldsNothingNew() {
    imported("externalId,trait.round\ntwice-1,two\n");
    segment("twice", "{\"trait\":\"round\",\"is\":\"two\"}");
    AudienceRequested request =
        new AudienceRequested(new RunId(UUID.randomUUID()), "twice", List.of());
    topics.send(Topic.AUDIENCE_REQUESTS, "run", request);
    audienceOf(request.runId());

    imported("externalId,trait.round\ntwice-2,two\n");
    topics.send(Topic.AUDIENCE_REQUESTS, "run", request);
    AudienceRequested later =
        new AudienceRequested(new RunId(UUID.randomUUID()), "twice", List.of());
    topics.send(Topic.AUDIENCE_REQUESTS, "run", later);

    assertThat(audienceOf(later.runId()).members).hasSize(2);
    assertThat(audienceOf(request.runId()).members).hasSize(1);
    assertThat(audienceOf(request.runId()).completed).hasSize(Bucket.COUNT);
  }

  @Test
  void aCrashInTheMiddleYieldsTheSameMembers() {
    segment("half", "{\"trait\":\"round\",\"is\":\"crash\"}");
    insert(12_300, "half-a");
    AudienceRequested request =
        new AudienceRequested(new RunId(UUID.randomUUID()), "half", List.of());
    BucketStream stream =
        database.transaction(
            handle -> {
              audiences.request(
                  handle, request, "{\"trait\":\"round\",\"is\":\"crash\"}", TestClock.START);
              handle.execute(
                  "update audience_bucket set state = 'COMPLETED' where run_id = ? and bucket <> 0",
                  request.runId().value());
              return streamer.claim().orElseThrow();
            });
    assertThat(stream.run()).isEqualTo(request.runId());
    assertThat(streamer.sendPages(stream, false).isCompleted()).isFalse();

    // The replica that held the lease is gone, and the segment has more members by now.
    insert(10, "half-b");
    database.inTransaction(
        handle ->
            handle.execute(
                "update audience_bucket set leased_until = now() + interval '2 seconds' where run_id = ?",
                request.runId().value()));
    long died = System.nanoTime();

    Audience audience = audienceOf(request.runId(), 1);
    assertThat(Duration.ofNanos(System.nanoTime() - died))
        .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(12));
    assertThat(audience.members).hasSize(12_300).doesNotHaveDuplicates();
    assertThat(audience.completed.getFirst().members()).isEqualTo(12_300);
  }

  @Test
  void anUnknownSegmentHasNoMembersAndTheRunLearnsIt() {
    AudienceRequested request =
        new AudienceRequested(new RunId(UUID.randomUUID()), "no-such-segment", List.of());

    topics.send(Topic.AUDIENCE_REQUESTS, "run", request);

    Audience audience = audienceOf(request.runId());
    assertThat(audience.members).isEmpty();
    assertThat(audience.completed).hasSize(Bucket.COUNT);
  }

  private static void segment(String key, String rule) {
    api()
        .contentType("application/json")
        .body("{\"name\":\"A segment\",\"rule\":" + rule + "}")
        .put("/v1/segments/" + key)
        .then()
        .statusCode(201);
  }

  /** All in bucket 0, more than leave in two transactions. */
  private void insert(int count, String prefix) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into profile (id, bucket, external_id, version, zones, zone_source,
                                         traits, created_at, updated_at)
                    select uuidv7(), 0, :prefix || n, 1, '{UTC}', 'WORKSPACE',
                           '{"round":"crash"}', now(), now()
                      from generate_series(1, :count) as n
                    """)
                .bind("prefix", prefix)
                .bind("count", count)
                .execute());
  }

  private Audience audienceOf(RunId run) {
    return audienceOf(run, Bucket.COUNT);
  }

  private Audience audienceOf(RunId run, int buckets) {
    return Audience.of(
        run,
        topics.read(
            Topic.AUDIENCE_MEMBERS.topicName(),
            seen -> Audience.of(run, seen).completed.size() == buckets));
  }

  private record Audience(List<Member> members, List<AudienceBucketCompleted> completed) {

    static Audience of(RunId run, List<ConsumerRecord<String, byte[]>> seen) {
      Audience audience = new Audience(new ArrayList<>(), new ArrayList<>());
      for (ConsumerRecord<String, byte[]> one : seen) {
        AudienceRecord told = Topics.parsed(one, AudienceRecord.class);
        if (told.runId().equals(run)) {
          switch (told) {
            case AudienceMembers batch -> audience.members.addAll(batch.items());
            case AudienceBucketCompleted completed -> audience.completed.add(completed);
          }
        }
      }
      return audience;
    }

    Member member(UUID profile) {
      return members.stream()
          .filter(member -> member.profileId().value().equals(profile))
          .findFirst()
          .orElseThrow();
    }
  }
}
