package dev.campanile.gateway.content;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.gateway.channel.TemplateApprovals;
import dev.campanile.runtime.inbox.TopicReader;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;

/** Reads {@code content.published}. */
@ApplicationScoped
class ContentConsumer {

  private final TopicReader reader;
  private final Contents contents;
  private final TemplateApprovals approvals;

  ContentConsumer(TopicReader reader, Contents contents, TemplateApprovals approvals) {
    this.reader = reader;
    this.contents = contents;
    this.approvals = approvals;
  }

  @Incoming("content-published")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    reader.readRecords(records, ContentVersion.class, this::store);
  }

  /**
   * The provider is asked about new templates now, not when the first message waits at the gate.
   */
  private void store(Handle handle, List<ContentVersion> versions) {
    contents.store(handle, versions);
    approvals.expect(
        versions.stream()
            .flatMap(version -> version.locales().values().stream())
            .flatMap(texts -> Stream.ofNullable(texts.chat()))
            .flatMap(chat -> Stream.ofNullable(chat.template()))
            .map(ContentVersion.ChatTemplate::sid)
            .distinct()
            .toList());
  }
}
