package dev.campanile.gateway.content;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.runtime.inbox.TopicReader;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code content.published}. */
@ApplicationScoped
class ContentConsumer {

  private final TopicReader reader;
  private final Contents contents;

  ContentConsumer(TopicReader reader, Contents contents) {
    this.reader = reader;
    this.contents = contents;
  }

  @Incoming("content-published")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    reader.readRecords(records, ContentVersion.class, contents::store);
  }
}
