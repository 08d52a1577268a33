package dev.campanile.systemtests;

import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the services gave up on. */
final class DeadLetters {

  private DeadLetters() {}

  /** On all topics together, since the installation was made. */
  static long count(Installation installation) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", installation.kafka());
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().entrySet().stream()
              .filter(topic -> topic.getKey().endsWith(".dlq"))
              .flatMap(topic -> topic.getValue().stream())
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
