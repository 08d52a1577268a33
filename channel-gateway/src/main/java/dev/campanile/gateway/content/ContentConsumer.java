package dev.campanile.gateway.content;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.gateway.channel.ChatTemplates;
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
  private final ChatTemplates templates;

  ContentConsumer(TopicReader reader, Contents contents, ChatTemplates templates) {
    this.reader = reader;
    this.contents = contents;
    this.templates = templates;
  }

  @Incoming("content-published")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    Set<String> sids = new HashSet<>();
    reader.readRecords(
        records,
        ContentVersion.class,
        (handle, versions) -> {
          contents.store(handle, versions);
          sids.addAll(templatesOf(versions));
        });
    // Asked about now, and not when the first message waits at the gate.
    templates.expect(sids);
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
