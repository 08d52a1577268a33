package dev.campanile.profile.segment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A segment as its author keeps it. */
@Entity
public class Segment extends PanacheEntityBase {

  @Id public String key;

  @Version public long version;

  public String name;

  /** As {@link RuleReader} reads it. */
  @JdbcTypeCode(SqlTypes.JSON)
  public String rule;

  @Column(name = "updated_at")
  public Instant updatedAt;

  /** For Hibernate, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected Segment() {}

  Segment(String key, String name, String rule, Instant updatedAt) {
    this.key = key;
    this.name = name;
    this.rule = rule;
    this.updatedAt = updatedAt;
  }
}
