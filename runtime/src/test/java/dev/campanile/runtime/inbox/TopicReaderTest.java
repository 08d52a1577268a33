package dev.campanile.runtime.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.AudienceMembers;
import dev.campanile.contracts.Envelope;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.WireFormat.BadItem;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "profile"))
class TopicReaderTest {

  private static final String MEMBERS =
      """
      {"type":"MEMBERS","runId":"0199a8f0-0000-7000-8000-0000000000aa","bucket":3,"items":[%s]}""";
  private static final String MEMBER =
      """
      {"profileId":"0199a8f0-0000-7000-8000-000000000001","cardVersion":1,"fields":{}}""";

  @Inject TopicReader reader;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void aMalformedRecordIsADeadLetterAndTheNextOneIsRead() {
    List<AudienceMembers> read = new ArrayList<>();

    reader.readBatches(
        poll("audience.members", "not json", MEMBERS.formatted(MEMBER)),
        AudienceMembers.class,
        (_, batches) -> read.addAll(batches));

    assertThat(read).hasSize(1);
    assertThat(deadLetters("audience.members"))
        .anySatisfy(
            letter -> {
              assertThat(text(letter)).isEqualTo("not json");
              assertThat(header(letter, Envelope.DEAD_LETTER_REASON))
                  .contains("Unrecognized token");
              assertThat(header(letter, Envelope.DEAD_LETTER_ORIGIN))
                  .isEqualTo("audience.members-0@0");
            });
  }

  @Test
  void aMalformedItemIsADeadLetterAndTheRestOfItsBatchIsApplied() {
    List<AudienceMembers> read = new ArrayList<>();
    List<BadItem> malformed = new ArrayList<>();

    reader.readBatches(
        poll("message.receipts", MEMBERS.formatted(MEMBER + ",{\"profileId\":7}")),
        AudienceMembers.class,
        new BatchHandler<>() {
          @Override
          public void on(Handle handle, List<AudienceMembers> batches) {
            read.addAll(batches);
          }

          @Override
          public void malformed(Handle handle, ConsumerRecord<String, byte[]> entry, BadItem item) {
            malformed.add(item);
          }
        });

    assertThat(read).singleElement().satisfies(batch -> assertThat(batch.items()).hasSize(1));
    assertThat(malformed).hasSize(1);
    assertThat(deadLetters("message.receipts"))
        .extracting(TopicReaderTest::text)
        .containsExactly("{\"profileId\":7}");
  }

  @Test
  void anItemThatCannotBeAppliedDoesNotTakeItsBatchWithIt() {
    String bad = MEMBER.replace("0001\"", "0002\"");
    List<String> applied = new ArrayList<>();
    List<BadItem> malformed = new ArrayList<>();

    reader.readBatches(
        poll("content.published", MEMBERS.formatted(MEMBER + "," + bad)),
        AudienceMembers.class,
        new BatchHandler<>() {
          @Override
          public void on(Handle handle, List<AudienceMembers> batches) {
            List<String> profiles = profiles(batches);
            if (profiles.stream().anyMatch(profile -> profile.endsWith("0002"))) {
              throw new IllegalStateException(new SQLException("null value", "23502"));
            }
            applied.addAll(profiles);
          }

          @Override
          public void malformed(Handle handle, ConsumerRecord<String, byte[]> entry, BadItem item) {
            malformed.add(item);
          }
        });

    assertThat(applied).singleElement().asString().endsWith("0001");
    assertThat(malformed)
        .singleElement()
        .extracting(BadItem::reason)
        .asString()
        .contains("null value");
    assertThat(deadLetters("content.published"))
        .extracting(TopicReaderTest::text)
        .singleElement()
        .asString()
        .contains("0002");
  }

  @Test
  void theBatchesOfAPollAreAppliedTogetherAndApartWhenOneCannotBe() {
    String bad = MEMBER.replace("0001\"", "0002\"");
    List<Integer> together = new ArrayList<>();
    List<String> applied = new ArrayList<>();

    reader.readBatches(
        poll(
            "message.requests.bulk",
            MEMBERS.formatted(MEMBER),
            "not json",
            MEMBERS.formatted(bad + "," + MEMBER)),
        AudienceMembers.class,
        (_, batches) -> {
          together.add(batches.size());
          List<String> profiles = profiles(batches);
          if (profiles.stream().anyMatch(profile -> profile.endsWith("0002"))) {
            throw new IllegalStateException(new SQLException("null value", "23502"));
          }
          applied.addAll(profiles);
        });

    assertThat(together).startsWith(2).endsWith(1);
    assertThat(applied).hasSize(2).allMatch(profile -> profile.endsWith("0001"));
    assertThat(deadLetters("message.requests.bulk", 2))
        .extracting(TopicReaderTest::text)
        .anyMatch("not json"::equals)
        .anyMatch(text -> text.contains("0002"))
        .hasSize(2);
  }

  @Test
  void aNulInWhatIsBrokenDoesNotBreakItsDeadLetter() {
    String nul = "{\"scope\":\"x\",\"state\":\"PAU\\u0000SED\",\"version\":1}";

    reader.readRecords(poll("audience.requests", nul), RunControl.class, (_, _) -> {});

    assertThat(deadLetters("audience.requests"))
        .extracting(TopicReaderTest::text)
        .containsExactly(nul);
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedForAndNothingIsDeadLettered() {
    AtomicInteger tries = new AtomicInteger();

    reader.readBatches(
        poll("profile.contacts", MEMBERS.formatted(MEMBER)),
        AudienceMembers.class,
        (_, _) -> {
          if (tries.incrementAndGet() < 5) {
            throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
          }
        });

    assertThat(tries).hasValue(5);
  }

  @Test
  void oneRecordThatCannotBeAppliedDoesNotTakeItsNeighboursWithIt() {
    List<String> applied = new ArrayList<>();

    reader.readRecords(
        poll("run.controls", control("a"), control("bad"), control("c")),
        RunControl.class,
        (_, controls) -> {
          if (controls.stream().anyMatch(one -> one.scope().equals("bad"))) {
            throw new IllegalStateException(new SQLException("null value", "23502"));
          }
          controls.forEach(one -> applied.add(one.scope()));
        });

    assertThat(applied).containsExactly("a", "c");
    assertThat(deadLetters("run.controls"))
        .extracting(TopicReaderTest::text)
        .containsExactly(control("bad"));
  }

  private static List<String> profiles(List<AudienceMembers> batches) {
    return batches.stream()
        .flatMap(batch -> batch.items().stream())
        .map(item -> item.profileId().toString())
        .toList();
  }

  private static String control(String scope) {
    return "{\"scope\":\"%s\",\"state\":\"PAUSED\",\"version\":1}".formatted(scope);
  }

  private List<ConsumerRecord<String, byte[]>> deadLetters(String topic) {
    return deadLetters(topic, 1);
  }

  private List<ConsumerRecord<String, byte[]>> deadLetters(String topic, int number) {
    return new TopicProbe(bootstrapServers).awaitOn(topic + ".dlq", seen -> seen.size() >= number);
  }

  private static ConsumerRecords<String, byte[]> poll(String topic, String... values) {
    AtomicInteger offset = new AtomicInteger();
    List<ConsumerRecord<String, byte[]>> records =
        Stream.of(values)
            .map(
                value ->
                    new ConsumerRecord<>(
                        topic, 0, offset.getAndIncrement(), "bucket-3", value.getBytes(UTF_8)))
            .toList();
    return new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), records), Map.of());
  }

  private static String text(ConsumerRecord<String, byte[]> letter) {
    return new String(letter.value(), UTF_8);
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
