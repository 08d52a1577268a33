package dev.campanile.runtime.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Envelope;
import dev.campanile.contracts.Topic;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.trace.Hops;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "profile"))
class OutboxTest {

  @Inject Database database;
  @Inject Outbox outbox;
  @Inject Hops hops;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void whatIsCommittedArrivesOnceInTheOrderOfItsBucket() {
    Topic topic = Topic.MESSAGE_REQUESTS_TRIGGERED;
    try (var writers = Executors.newFixedThreadPool(8)) {
      IntStream.range(0, 400).forEach(n -> writers.submit(() -> add(topic, n % 4, "message " + n)));
    }

    var records = probe().awaitOn(topic.topicName(), seen -> seen.size() >= 400);

    assertThat(records).hasSize(400);
    assertThat(records.stream().map(OutboxTest::valueOf).distinct()).hasSize(400);
    for (int bucket = 0; bucket < 4; bucket++) {
      String key = "b" + bucket;
      assertThat(records.stream().filter(entry -> entry.key().equals(key)).map(OutboxTest::seqOf))
          .as("bucket " + bucket)
          .isSorted();
    }
    await().until(() -> rowsLeft() == 0);
  }

  @Test
  void whatIsRolledBackNeverLeaves() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    handle -> {
                      outbox.add(handle, record(Topic.RUN_CONTROLS, 9, "never"));
                      throw new IllegalStateException("no");
                    }))
        .hasMessageContaining("no");
    add(Topic.RUN_CONTROLS, 9, "after");

    var records = probe().awaitOn(Topic.RUN_CONTROLS.topicName(), seen -> !seen.isEmpty());

    assertThat(records).extracting(OutboxTest::valueOf).containsExactly("after");
  }

  @Test
  void whatNeedsNoOrderWaitsForNoBucketsLockAndArrivesOnce() {
    Topic topic = Topic.MESSAGE_REQUESTS_URGENT;
    try (var writers = Executors.newFixedThreadPool(4)) {
      database.inTransaction(
          handle -> {
            // This transaction has the bucket until it ends.
            outbox.add(handle, record(topic, 21, "ordered"));
            var alone =
                writers.submit(
                    () ->
                        database.inTransaction(
                            other ->
                                outbox.addUnordered(
                                    other, single(record(topic, 21, "unordered")))));
            assertThat(alone).succeedsWithin(Duration.ofSeconds(10));
          });
      IntStream.range(0, 200)
          .forEach(
              n ->
                  writers.submit(
                      () ->
                          database.inTransaction(
                              handle ->
                                  outbox.addUnordered(
                                      handle, single(record(topic, n % 64, "n" + n))))));
    }

    var records = probe().awaitOn(topic.topicName(), seen -> seen.size() >= 202);

    assertThat(records.stream().map(OutboxTest::valueOf)).hasSize(202).doesNotHaveDuplicates();
    await().until(() -> rowsLeft() == 0);
  }

  @Test
  void whatACrashLeftWithoutOrderLeavesWhenItIsOld() {
    Topic topic = Topic.CONTENT_PUBLISHED;
    var left = single(record(topic, 40, "left"));
    var young = single(record(topic, 41, "young"));

    // As if the process had died between the commit and Kafka's answer.
    database.inTransaction(
        handle -> {
          left.store(handle.createQuery(UnorderedRecords.INSERT + UnorderedRecords.STORED), hops);
          handle.execute("update outbox_unordered set created_at = now() - interval '11 seconds'");
          young.store(handle.createQuery(UnorderedRecords.INSERT + UnorderedRecords.STORED), hops);
        });

    await().until(() -> rowsLeft() == 1);
    var arrived = probe().awaitOn(topic.topicName(), seen -> values(seen).contains("left"));
    assertThat(values(arrived)).contains("left").doesNotContain("young");
    database.inTransaction(
        handle ->
            handle.execute(
                "update outbox_unordered set created_at = now() - interval '11 seconds'"));
    await().until(() -> rowsLeft() == 0);
  }

  @Test
  void whatLeavesWithoutOrderLeavesAlone() {
    var two =
        new OutgoingRecords(
            Topic.MESSAGE_REQUESTS_URGENT,
            new Bucket(1),
            List.of(new KeyedValue("a", new byte[0]), new KeyedValue("b", new byte[0])));

    assertThatThrownBy(() -> single(two)).hasMessageContaining("has an order");
  }

  @Test
  void everyRecordCarriesCloudEventsHeadersAndSitsInItsBucketsPartition() {
    add(Topic.AUDIENCE_REQUESTS, 13, "hello");

    var entry =
        probe().awaitOn(Topic.AUDIENCE_REQUESTS.topicName(), seen -> !seen.isEmpty()).getFirst();

    assertThat(entry.partition()).isEqualTo(13 % 8);
    assertThat(header(entry, Envelope.TYPE)).isEqualTo("audience.requests.v1");
    assertThat(header(entry, Envelope.SPEC_VERSION)).isEqualTo("1.0");
    assertThat(header(entry, Envelope.SOURCE)).startsWith("campanile/");
    assertThat(header(entry, Envelope.ID)).isNotBlank();
  }

  private void add(Topic topic, int bucket, String text) {
    database.inTransaction(handle -> outbox.add(handle, record(topic, bucket, text)));
  }

  /** The value tells the bucket's order: seq is taken under its lock. */
  private static OutgoingRecords record(Topic topic, int bucket, String text) {
    return new OutgoingRecords(
        topic, new Bucket(bucket), List.of(new KeyedValue("b" + bucket, text.getBytes(UTF_8))));
  }

  private static UnorderedRecords single(OutgoingRecords record) {
    return UnorderedRecords.of(List.of(record), _ -> UUID.randomUUID(), one -> one);
  }

  private long rowsLeft() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select (select count(*) from outbox) + (select count(*) from outbox_unordered)")
                .mapTo(Long.class)
                .one());
  }

  private TopicProbe probe() {
    return new TopicProbe(bootstrapServers);
  }

  private static List<String> values(List<ConsumerRecord<String, byte[]>> records) {
    return records.stream().map(OutboxTest::valueOf).toList();
  }

  private static String valueOf(ConsumerRecord<String, byte[]> entry) {
    return new String(entry.value(), UTF_8);
  }

  private static long seqOf(ConsumerRecord<String, byte[]> entry) {
    return Long.parseLong(header(entry, Envelope.SEQUENCE));
  }

  private static String header(ConsumerRecord<String, byte[]> entry, String name) {
    return new String(entry.headers().lastHeader(name).value(), UTF_8);
  }
}
