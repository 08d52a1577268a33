package dev.campanile.campaign.receipt;

import dev.campanile.campaign.reading.ReadingRepository;
import dev.campanile.campaign.run.RunPump;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.runtime.inbox.TopicReader;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;

/** Notes what became of messages, and who read them. */
@ApplicationScoped
class ReceiptConsumer {

  private final TopicReader reader;
  private final MessageStateRepository states;
  private final ReadingRepository readings;
  private final RunPump pump;

  ReceiptConsumer(
      TopicReader reader, MessageStateRepository states, ReadingRepository readings, RunPump pump) {
    this.reader = reader;
    this.states = states;
    this.readings = readings;
    this.pump = pump;
  }

  @Incoming("message-receipts")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    reader.readBatches(records, MessageReceipts.class, this::apply);
    pump.wake();
  }

  private void apply(Handle handle, List<MessageReceipts> batches) {
    SortedReceipts sorted = SortedReceipts.of(batches);
    states.applyToRuns(handle, sorted.ofRuns());
    states.applyToTransactional(handle, sorted.transactional());
    readings.add(handle, sorted.readings());
  }
}
