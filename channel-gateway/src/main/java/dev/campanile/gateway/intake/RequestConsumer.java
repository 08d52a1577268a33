package dev.campanile.gateway.intake;

import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.WireFormat.BadItem;
import dev.campanile.runtime.inbox.BatchHandler;
import dev.campanile.runtime.inbox.RecordGroups;
import dev.campanile.runtime.inbox.TopicReader;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;

/** Reads the three lanes of {@code message.requests}, each with a consumer of its own. */
@ApplicationScoped
class RequestConsumer {

  /** Bytes: a hundred single messages, or the messages of a run in one batch. */
  private static final int GROUP = 64 * 1024;

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

  /** In groups: a single message would cost its transaction what a hundred cost theirs. */
  private void read(ConsumerRecords<String, byte[]> records, Lane lane) {
    BatchHandler<MessageRequests> handler = handler(lane);
    for (ConsumerRecords<String, byte[]> group : RecordGroups.withTracedAlone(records, GROUP)) {
      if (stopping) {
        // Returning would acknowledge what nobody has stored.
        throw new IllegalStateException("stopping; the records stay unread");
      }
      reader.readBatches(group, MessageRequests.class, handler);
    }
  }

  private BatchHandler<MessageRequests> handler(Lane lane) {
    return new BatchHandler<>() {
      @Override
      public void on(Handle handle, List<MessageRequests> batches) {
        intake.take(handle, batches, lane);
      }

      @Override
      public void malformed(Handle handle, ConsumerRecord<String, byte[]> entry, BadItem item) {
        malformed.refuse(handle, entry.value(), item, lane);
      }
    };
  }
}
