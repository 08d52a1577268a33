package dev.campanile.campaign.run;

import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Source;
import dev.campanile.runtime.inbox.TopicReader;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;

/** Notes what became of the messages of runs. */
@ApplicationScoped
class ReceiptConsumer {

  private final TopicReader reader;
  private final ReceiptRepository receipts;
  private final RunPump pump;

  ReceiptConsumer(TopicReader reader, ReceiptRepository receipts, RunPump pump) {
    this.reader = reader;
    this.receipts = receipts;
    this.pump = pump;
  }

  @Incoming("message-receipts")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    reader.readBatches(records, MessageReceipts.class, this::apply);
    pump.wake();
  }

  private void apply(Handle handle, MessageReceipts batch) {
    Collection<Receipt.OfMessage> newest = newestPerMessage(batch);
    if (!newest.isEmpty()) {
      receipts.apply(handle, newest);
    }
  }

  /** In the order of message ids, which is the order their rows are locked in. */
  private static Collection<Receipt.OfMessage> newestPerMessage(MessageReceipts batch) {
    SequencedMap<UUID, Receipt.OfMessage> newest = new TreeMap<>();
    for (Receipt receipt : batch.items()) {
      switch (receipt) {
        case Receipt.OfMessage told -> {
          switch (told.message().source()) {
            case Source.Campaign _ ->
                newest.merge(told.message().id().value(), told, ReceiptConsumer::newer);
            case Source.Transactional _, Source.Test _ -> {}
          }
        }
        case Receipt.Reading _,
            Receipt.AddressRefused _,
            Receipt.Revoked _,
            Receipt.Restored _,
            Receipt.InboundReceived _ -> {}
      }
    }
    return newest.values();
  }

  private static Receipt.OfMessage newer(Receipt.OfMessage one, Receipt.OfMessage other) {
    return other.message().revision() > one.message().revision() ? other : one;
  }
}
