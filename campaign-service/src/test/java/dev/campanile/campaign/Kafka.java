package dev.campanile.campaign;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.Topic;
import dev.campanile.contracts.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The other services' end of the topics. */
public final class Kafka implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;

  public Kafka() {
    Map<String, Object> broker =
        Map.of(
            "bootstrap.servers",
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
  }

  public void send(Topic topic, Bucket bucket, Object wireRecord) {
    sendRaw(topic, bucket, WireFormat.write(wireRecord));
  }

  public void sendRaw(Topic topic, Bucket bucket, byte[] value) {
    int partitions = producer.partitionsFor(topic.topicName()).size();
    var sent =
        producer.send(
            new ProducerRecord<>(
                topic.topicName(),
                bucket.partition(partitions),
                "bucket-" + bucket.value(),
                value));
    producer.flush();
    if (!sent.isDone()) {
      throw new IllegalStateException("not sent");
    }
  }

  /** Everything that is on a topic now. */
  public List<ConsumerRecord<String, byte[]>> all(String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      consumer.poll(Duration.ofMillis(100)).forEach(all::add);
    }
    return all;
  }

  public <T> List<T> all(Topic topic, Class<T> type) {
    List<T> all = new ArrayList<>();
    for (var entry : all(topic.topicName())) {
      try {
        all.add(WireFormat.read(entry.value(), type));
      } catch (MalformedRecordException e) {
        throw new IllegalStateException("the service wrote what nobody can read", e);
      }
    }
    return all;
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
