package dev.campanile.benchmarks.installation;

import dev.campanile.local.services.CannotContinue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks at topics and at those who read them, from outside. */
public final class Topics implements AutoCloseable {
  private static final Duration POLL = Duration.ofSeconds(2);

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> reader;

  public Topics(String bootstrapServers) {
    Map<String, Object> settings =
        new HashMap<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    this.admin = Admin.create(settings);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
    this.reader =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Records that the group has not said it is done with; it says so every few seconds. */
  public long lag(String group, String topic) {
    try {
      Map<TopicPartition, OffsetAndMetadata> done =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return ends(topic).entrySet().stream()
          .mapToLong(
              end -> {
                OffsetAndMetadata offset = done.get(end.getKey());
                return end.getValue() - (offset == null ? 0 : offset.offset());
              })
          .sum();
    } catch (ExecutionException e) {
      throw new CannotContinue("Kafka does not say how far %s is: %s".formatted(group, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotContinue("Looking at Kafka was interrupted.", e);
    }
  }

  /** How many records were ever written. */
  public long records(String topic) {
    return ends(topic).values().stream().mapToLong(Long::longValue).sum();
  }

  /** The last record of each partition that has one. */
  public List<byte[]> lastOfEachPartition(String topic) {
    Map<TopicPartition, Long> waiting = new HashMap<>(ends(topic));
    waiting.values().removeIf(end -> end == 0);
    reader.assign(waiting.keySet());
    waiting.forEach((partition, end) -> reader.seek(partition, end - 1));
    List<byte[]> last = new ArrayList<>();
    while (!waiting.isEmpty()) {
      for (ConsumerRecord<byte[], byte[]> found : reader.poll(POLL)) {
        TopicPartition partition = new TopicPartition(found.topic(), found.partition());
        Long end = waiting.get(partition);
        if (end != null && found.offset() == end - 1) {
          waiting.remove(partition);
          last.add(found.value());
        }
      }
    }
    return last;
  }

  private Map<TopicPartition, Long> ends(String topic) {
    List<TopicPartition> partitions =
        reader.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    return reader.endOffsets(partitions);
  }

  @Override
  public void close() {
    admin.close();
    reader.close();
  }
}
