package dev.campanile.campaign.content;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A draft's row. */
@Entity
@Table(name = "content")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class StoredContent extends PanacheEntityBase {

  @Id String key;

  @Version long version;

  /** JSON of a {@link ContentDraft}. */
  String draft;

  @Column(name = "updated_at")
  Instant updatedAt;

  void write(String text, Instant now) {
    draft = text;
    updatedAt = now;
  }
}
