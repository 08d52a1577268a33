package dev.campanile.campaign.campaign;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.PlannedChannel;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A campaign's row. */
@Entity
@Table(name = "campaign")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class StoredCampaign extends PanacheEntityBase {

  @Id String key;
  @Version long version;
  String name;
  String content;
  String segment;

  @Enumerated(EnumType.STRING)
  Category category;

  @Nullable String topic;
  String[] channels;

  @Column(name = "expires_after")
  String expiresAfter;

  @Column(name = "messages_per_second")
  @Nullable Integer messagesPerSecond;

  @Column(name = "updated_at")
  Instant updatedAt;

  void write(CampaignDraft draft, Instant now) {
    name = draft.name();
    content = draft.content();
    segment = draft.segment();
    category = draft.category();
    topic = draft.topic();
    channels = draft.channels().stream().map(PlannedChannel::name).toArray(String[]::new);
    expiresAfter = draft.expiresAfter();
    messagesPerSecond = draft.messagesPerSecond();
    updatedAt = now;
  }

  CampaignDraft read() {
    return new CampaignDraft(
        name,
        content,
        segment,
        category,
        topic,
        Arrays.stream(channels).map(PlannedChannel::valueOf).toList(),
        expiresAfter,
        messagesPerSecond);
  }
}
