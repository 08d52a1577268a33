package dev.campanile.profile.receipt;

import dev.campanile.contracts.MessageReceipts;
import dev.campanile.runtime.inbox.TopicReader;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what became of messages, and what customers answered. */
@ApplicationScoped
public class ReceiptConsumer {

  private final TopicReader reader;
  private final ReceiptFold fold;

  ReceiptConsumer(TopicReader reader, ReceiptFold fold) {
    this.reader = reader;
    this.fold = fold;
  }

  @Incoming("message-receipts")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    reader.readBatches(records, MessageReceipts.class, fold::on);
  }
}
