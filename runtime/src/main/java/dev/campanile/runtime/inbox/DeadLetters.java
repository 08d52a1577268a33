package dev.campanile.runtime.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Envelope;
import dev.campanile.contracts.Topic;
import dev.campanile.contracts.WireFormat;
import dev.campanile.contracts.WireFormat.BadItem;
import dev.campanile.runtime.outbox.KeyedValue;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Puts what could not be read on {@code <topic>.dlq}, with the reason and where it came from. */
@ApplicationScoped
class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final Outbox outbox;
  private final MeterRegistry meters;

  DeadLetters(Outbox outbox, MeterRegistry meters) {
    this.outbox = outbox;
    this.meters = meters;
  }

  void add(Handle handle, ConsumerRecord<String, byte[]> entry, String reason) {
    add(handle, entry, entry.value() == null ? new byte[0] : entry.value(), reason);
  }

  void add(Handle handle, ConsumerRecord<String, byte[]> entry, BadItem item) {
    add(handle, entry, WireFormat.write(item.item()), item.reason());
  }

  private void add(
      Handle handle, ConsumerRecord<String, byte[]> entry, byte[] value, String reason) {
    String origin = entry.topic() + "-" + entry.partition() + "@" + entry.offset();
    LOG.warnf("dead letter from %s: %s", origin, reason);
    meters.counter("campanile.dead.letters", "topic", entry.topic()).increment();
    String key = entry.key() == null ? origin : WireFormat.printable(entry.key());
    outbox.add(
        handle,
        new OutgoingRecords(
            Topic.deadLetterName(entry.topic()),
            // The bucket its good items are answered in, so that the transaction locks only one.
            bucketOf(key),
            List.of(new KeyedValue(key, value)),
            Map.of(
                Envelope.DEAD_LETTER_REASON,
                shortened(WireFormat.printable(reason)),
                Envelope.DEAD_LETTER_ORIGIN,
                origin)));
  }

  private static Bucket bucketOf(String key) {
    return OutgoingRecords.bucketOfBatchKey(key).orElseGet(() -> Bucket.of(key));
  }

  private static String shortened(String reason) {
    byte[] bytes = reason.getBytes(UTF_8);
    return bytes.length <= 1000 ? reason : reason.substring(0, Math.min(reason.length(), 300));
  }
}
