package dev.campanile.runtime.inbox;

import dev.campanile.contracts.Envelope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Which records of a poll are applied together: many small ones, or one large one. */
public final class RecordGroups {

  private RecordGroups() {}

  /**
   * In the order of the poll.
   *
   * @param full bytes: a group is full with the record that reaches them
   */
  public static List<ConsumerRecords<String, byte[]>> of(
      ConsumerRecords<String, byte[]> poll, int full) {
    return of(poll, full, false);
  }

  /** What is traced goes alone, where a transaction belongs to one trace. */
  public static List<ConsumerRecords<String, byte[]>> withTracedAlone(
      ConsumerRecords<String, byte[]> poll, int full) {
    return of(poll, full, true);
  }

  private static List<ConsumerRecords<String, byte[]>> of(
      ConsumerRecords<String, byte[]> poll, int full, boolean tracedAlone) {
    List<ConsumerRecords<String, byte[]>> groups = new ArrayList<>();
    List<ConsumerRecord<String, byte[]>> open = new ArrayList<>();
    long bytes = 0;
    for (ConsumerRecord<String, byte[]> entry : poll) {
      boolean alone = tracedAlone && isTraced(entry);
      if (alone && !open.isEmpty()) {
        groups.add(group(open));
        open.clear();
      }
      open.add(entry);
      bytes = open.size() == 1 ? size(entry) : bytes + size(entry);
      if (alone || bytes >= full) {
        groups.add(group(open));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      groups.add(group(open));
    }
    return groups;
  }

  private static ConsumerRecords<String, byte[]> group(List<ConsumerRecord<String, byte[]>> some) {
    Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> byPartition = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> entry : some) {
      byPartition
          .computeIfAbsent(
              new TopicPartition(entry.topic(), entry.partition()), _ -> new ArrayList<>())
          .add(entry);
    }
    return new ConsumerRecords<>(byPartition, Map.of());
  }

  private static int size(ConsumerRecord<String, byte[]> entry) {
    return entry.value() == null ? 0 : entry.value().length;
  }

  /** The last bit of a {@code traceparent} says whether somebody records the trace. */
  private static boolean isTraced(ConsumerRecord<String, byte[]> entry) {
    Header parent = entry.headers().lastHeader(Envelope.TRACE_PARENT);
    if (parent == null || parent.value().length == 0) {
      return false;
    }
    byte[] text = parent.value();
    return (Character.digit(text[text.length - 1], 16) & 1) == 1;
  }
}
