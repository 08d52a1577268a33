package dev.campanile.gateway.intake;

import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.WireFormat.BadItem;
import dev.campanile.runtime.inbox.BatchHandler;
import dev.campanile.runtime.inbox.TopicReader;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;

/** Reads the three lanes of {@code message.requests}, each with a consumer of its own. */
@ApplicationScoped
class RequestConsumer {

  private final TopicReader reader;
  private final Intake intake;
  private final MalformedRequests malformed;
  private volatile boolean stopping;

  RequestConsumer(TopicReader reader, Intake intake, MalformedRequests malformed) {
    this.reader = reader;
    this.intake = intake;
    this.malformed = malformed;
  }

  /** First of all that stops: what is not taken in is another replica's, or waits for the next. */
  void stop(@Observes @Priority(5) ShutdownEvent event) {
    stopping = true;
  }

  @Incoming("message-requests-urgent")
  @Blocking
  void urgent(ConsumerRecords<String, byte[]> records) {
    read(records, Lane.URGENT);
  }

  @Incoming("message-requests-triggered")
  @Blocking
  void triggered(ConsumerRecords<String, byte[]> records) {
    read(records, Lane.TRIGGERED);
  }

  @Incoming("message-requests-bulk")
  @Blocking
  void bulk(ConsumerRecords<String, byte[]> records) {
    read(records, Lane.BULK);
  }

  /** One by one: what is wrong with an item is told in the name of the record it came in. */
  private void read(ConsumerRecords<String, byte[]> records, Lane lane) {
    for (ConsumerRecord<String, byte[]> entry : records) {
      if (stopping) {
        // Returning would acknowledge what nobody has stored.
        throw new IllegalStateException("stopping; the records stay unread");
      }
      var one =
          new ConsumerRecords<>(
              Map.of(new TopicPartition(entry.topic(), entry.partition()), List.of(entry)),
              Map.of());
      reader.readBatches(one, MessageRequests.class, handler(entry.value(), lane));
    }
  }

  private BatchHandler<MessageRequests> handler(byte[] record, Lane lane) {
    return new BatchHandler<>() {
      @Override
      public void on(Handle handle, MessageRequests batch) {
        intake.take(handle, batch, lane);
      }

      @Override
      public void malformed(Handle handle, BadItem item) {
        malformed.refuse(handle, record, item, lane);
      }
    };
  }
}
