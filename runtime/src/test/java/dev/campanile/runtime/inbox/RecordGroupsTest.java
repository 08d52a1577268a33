package dev.campanile.runtime.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Envelope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RecordGroupsTest {

  private static final int FULL = 1_000;
  private static final String NOT_TRACED = "";
  private static final String TRACED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String NOT_SAMPLED =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

  private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> poll =
      new LinkedHashMap<>();

  @Test
  void smallRecordsOfAllPartitionsAreOneGroup() {
    polled(0, 100, NOT_TRACED);
    polled(0, 100, NOT_TRACED);
    polled(1, 100, NOT_SAMPLED);

    assertThat(groups()).containsExactly(List.of("0@0", "0@1", "1@0"));
  }

  @Test
  void aGroupIsFullWithTheRecordThatReachesTheLimit() {
    polled(0, FULL / 2, NOT_TRACED);
    polled(0, FULL / 2, NOT_TRACED);
    polled(0, FULL * 2, NOT_TRACED);
    polled(0, 100, NOT_TRACED);

    assertThat(groups()).containsExactly(List.of("0@0", "0@1"), List.of("0@2"), List.of("0@3"));
  }

  @Test
  void whatIsTracedGoesAloneAndInItsPlace() {
    polled(0, 100, NOT_TRACED);
    polled(0, 100, TRACED);
    polled(0, 100, TRACED);
    polled(0, 100, NOT_TRACED);

    assertThat(named(RecordGroups.withTracedAlone(records(), FULL)))
        .containsExactly(List.of("0@0"), List.of("0@1"), List.of("0@2"), List.of("0@3"));
    assertThat(groups()).containsExactly(List.of("0@0", "0@1", "0@2", "0@3"));
  }

  @Test
  void nothingIsNoGroup() {
    assertThat(groups()).isEmpty();
  }

  private void polled(int partition, int bytes, String traceparent) {
    List<ConsumerRecord<String, byte[]>> records =
        poll.computeIfAbsent(new TopicPartition("requests", partition), _ -> new ArrayList<>());
    var record =
        new ConsumerRecord<>("requests", partition, records.size(), "key", new byte[bytes]);
    if (!traceparent.isEmpty()) {
      record.headers().add(Envelope.TRACE_PARENT, traceparent.getBytes(US_ASCII));
    }
    records.add(record);
  }

  private List<List<String>> groups() {
    return named(RecordGroups.of(records(), FULL));
  }

  private ConsumerRecords<String, byte[]> records() {
    return new ConsumerRecords<>(poll, Map.of());
  }

  private static List<List<String>> named(List<ConsumerRecords<String, byte[]>> groups) {
    return groups.stream()
        .map(
            group ->
                StreamSupport.stream(group.spliterator(), false)
                    .map(record -> record.partition() + "@" + record.offset())
                    .toList())
        .toList();
  }
}
