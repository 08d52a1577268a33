package dev.campanile.campaign.brand;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A brand's row. */
@Entity
@Table(name = "brand")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class StoredBrand extends PanacheEntityBase {

  @Id String key;
  @Version long version;
  String name;
  @Nullable String website;

  @Column(name = "postal_address")
  String postalAddress;

  @Column(name = "email_from")
  String emailFrom;

  @Column(name = "reply_to")
  @Nullable String replyTo;

  @Column(name = "sms_from")
  @Nullable String smsFrom;

  @Column(name = "chat_from")
  @Nullable String chatFrom;

  @Nullable String color;

  @Column(name = "logo_url")
  @Nullable String logoUrl;

  @Column(name = "updated_at")
  Instant updatedAt;

  void write(BrandDraft draft, Instant now) {
    name = draft.name();
    website = draft.website();
    postalAddress = draft.postalAddress();
    emailFrom = draft.emailFrom();
    replyTo = draft.replyTo();
    smsFrom = draft.smsFrom();
    chatFrom = draft.chatFrom();
    color = draft.color();
    logoUrl = draft.logoUrl();
    updatedAt = now;
  }

  BrandDraft read() {
    return new BrandDraft(
        name, website, postalAddress, emailFrom, replyTo, smsFrom, chatFrom, color, logoUrl);
  }
}
