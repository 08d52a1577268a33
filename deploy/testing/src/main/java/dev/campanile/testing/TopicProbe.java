package dev.campanile.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, to see what a service told others. */
public final class TopicProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String bootstrapServers;

  public TopicProbe(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Everything on the topic, as soon as it is what was waited for; or what there was in the end.
   */
  public List<ConsumerRecord<String, byte[]>> awaitOn(
      String topic, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
    List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList());
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!enough.test(seen) && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
      }
    }
    return seen;
  }
}
