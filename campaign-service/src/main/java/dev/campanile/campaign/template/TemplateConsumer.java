package dev.campanile.campaign.template;

import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.runtime.inbox.TopicReader;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code chat.templates}. */
@ApplicationScoped
class TemplateConsumer {

  private final TopicReader reader;
  private final ChatTemplates templates;

  TemplateConsumer(TopicReader reader, ChatTemplates templates) {
    this.reader = reader;
    this.templates = templates;
  }

  @Incoming("chat-templates")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    reader.readRecords(records, ProviderTemplate.class, templates::store);
  }
}
