package dev.campanile.systemtests;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.MessageRef;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.Receipt;
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

/**
 * Takes over every message it is asked for at once, and says so: what is left to measure are the
 * other services.
 */
final class StandInGateway implements AutoCloseable {

  private static final Topic ASKED = Topic.MESSAGE_REQUESTS_BULK;
  private static final Topic TOLD = Topic.MESSAGE_RECEIPTS;

  private final KafkaConsumer<String, byte[]> requests;
  private final KafkaProducer<String, byte[]> receipts;
  private final int itemsARecord;

  /**
   * @param itemsARecord how many receipts travel together
   */
  StandInGateway(Installation installation, int itemsARecord) {
    this.itemsARecord = itemsARecord;
    Map<String, Object> servers = Map.of("bootstrap.servers", installation.kafka());
    requests = new KafkaConsumer<>(servers, new StringDeserializer(), new ByteArrayDeserializer());
    receipts = new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer());
    List<TopicPartition> partitions =
        requests.partitionsFor(ASKED.topicName()).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    requests.assign(partitions);
    requests.seekToEnd(partitions);
    partitions.forEach(requests::position);
  }

  /** What it was asked for since the last time, as it came. */
  List<byte[]> next() {
    List<byte[]> asked = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> one : requests.poll(Duration.ofMillis(50))) {
      asked.add(one.value());
    }
    return asked;
  }

  /** How many messages were in what was asked. */
  int accept(List<byte[]> asked) {
    int messages = 0;
    for (byte[] one : asked) {
      MessageRequests batch = read(one);
      List<Receipt> told = batch.items().stream().map(item -> accepted(batch, item)).toList();
      for (int from = 0; from < told.size(); from += itemsARecord) {
        send(batch.bucket(), told.subList(from, Math.min(told.size(), from + itemsARecord)));
      }
      messages += told.size();
    }
    return messages;
  }

  static MessageRequests read(byte[] asked) {
    try {
      return WireFormat.read(asked, MessageRequests.class);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Receipt accepted(MessageRequests batch, Recipient to) {
    var message =
        new MessageRef(to.messageId(), to.profileId(), batch.source(), batch.plannedOn(), 1);
    return new Receipt.Accepted(message, Channel.EMAIL, 1, null, false, Installation.START);
  }

  private void send(Bucket bucket, List<Receipt> told) {
    int partitions = receipts.partitionsFor(TOLD.topicName()).size();
    receipts.send(
        new ProducerRecord<>(
            TOLD.topicName(),
            bucket.partition(partitions),
            "bucket-" + bucket.value(),
            WireFormat.write(new MessageReceipts(bucket, told))));
  }

  @Override
  public void close() {
    requests.close();
    receipts.close();
  }
}
