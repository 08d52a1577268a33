package dev.campanile.runtime.outbox;

import dev.campanile.contracts.Batch;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Topic;
import dev.campanile.contracts.WireFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records of one bucket that leave together, in order: one row of the outbox.
 *
 * @param topic a Kafka topic's name
 * @param headers besides the CloudEvents attributes that every record gets
 */
public record OutgoingRecords(
    String topic, Bucket bucket, List<KeyedValue> records, Map<String, String> headers) {

  private static final String BATCH_KEY = "bucket-";

  public OutgoingRecords {
    records = List.copyOf(records);
    headers = Map.copyOf(headers);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("nothing to send on " + topic);
    }
  }

  public OutgoingRecords(Topic topic, Bucket bucket, List<KeyedValue> records) {
    this(topic.topicName(), bucket, records, Map.of());
  }

  /** One wire record. */
  public static OutgoingRecords of(Topic topic, Bucket bucket, String key, Object wireRecord) {
    return new OutgoingRecords(
        topic, bucket, List.of(new KeyedValue(key, WireFormat.write(wireRecord))));
  }

  /** One batch, keyed by its bucket. */
  public static OutgoingRecords batch(Topic topic, Batch<?> batch) {
    return batch(topic, batch.bucket(), WireFormat.write(batch));
  }

  /**
   * A batch that was written before.
   *
   * @param json as {@link WireFormat} writes it
   */
  public static OutgoingRecords batch(Topic topic, Bucket bucket, byte[] json) {
    return new OutgoingRecords(
        topic, bucket, List.of(new KeyedValue(BATCH_KEY + bucket.value(), json)));
  }

  /** With headers of their own, which prevail over those of the transaction's trace. */
  public OutgoingRecords with(Map<String, String> more) {
    return new OutgoingRecords(topic, bucket, records, more);
  }

  /** The bucket of a record that {@link #batch} made. */
  public static Optional<Bucket> bucketOfBatchKey(String key) {
    return key.matches(BATCH_KEY + "\\d{1,2}")
        ? Optional.of(new Bucket(Integer.parseInt(key.substring(BATCH_KEY.length()))))
        : Optional.empty();
  }
}
