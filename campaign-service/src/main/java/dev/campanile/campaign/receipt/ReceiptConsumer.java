package dev.campanile.campaign.receipt;

import dev.campanile.campaign.reading.ReadingRepository;
import dev.campanile.campaign.run.RunPump;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.runtime.inbox.TopicReader;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
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
    var runsGoOn = new AtomicBoolean();
    reader.readBatches(
        records,
        MessageReceipts.class,
        (handle, batches) -> {
          SortedReceipts sorted = SortedReceipts.of(batches);
          apply(handle, sorted);
          if (!sorted.ofRuns().isEmpty()) {
            runsGoOn.set(true);
          }
        });
    if (runsGoOn.get()) {
      pump.wake();
    }
  }

  private void apply(Handle handle, SortedReceipts receipts) {
    states.applyToRuns(handle, receipts.ofRuns());
    states.applyToTransactional(handle, receipts.transactional());
    readings.add(handle, receipts.readings());
  }
}
