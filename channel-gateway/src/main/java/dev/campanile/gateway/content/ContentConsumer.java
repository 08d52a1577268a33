package dev.campanile.gateway.content;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.gateway.channel.TemplateApprovals;
import dev.campanile.runtime.inbox.TopicReader;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

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
    Set<String> templates = new HashSet<>();
    reader.readRecords(
        records,
        ContentVersion.class,
        (handle, versions) -> {
          contents.store(handle, versions);
          templates.addAll(templatesOf(versions));
        });
    // Asked about now, and not when the first message waits at the gate.
    approvals.expect(templates);
  }

  private static List<String> templatesOf(List<ContentVersion> versions) {
    return versions.stream()
        .flatMap(version -> version.locales().values().stream())
        .flatMap(texts -> Stream.ofNullable(texts.chat()))
        .flatMap(chat -> Stream.ofNullable(chat.template()))
        .map(ContentVersion.ChatTemplate::sid)
        .toList();
  }
}
