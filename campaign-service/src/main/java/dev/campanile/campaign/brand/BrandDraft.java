package dev.campanile.campaign.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.contracts.Brand;
import org.jspecify.annotations.Nullable;

/**
 * A brand as people edit it.
 *
 * @param emailFrom {@code Name <local@domain>} or {@code local@domain}
 * @param smsFrom E.164 number or sender id; none means that the brand sends no SMS
 * @param chatFrom E.164 number; none means that the brand is in no chat
 * @param color of buttons and headings, {@code #0b6e4f}
 * @param logoUrl an image about 40 pixels high; none sets the name instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BrandDraft(
    String name,
    @Nullable String website,
    String postalAddress,
    String emailFrom,
    @Nullable String replyTo,
    @Nullable String smsFrom,
    @Nullable String chatFrom,
    @Nullable String color,
    @Nullable String logoUrl) {

  private static final BrandColor DEFAULT_COLOR = new BrandColor("#1f4e79");

  /** The part of it that messages are sent with. */
  public Brand asSender(String key) {
    return new Brand(key, name, emailFrom, replyTo, smsFrom, chatFrom);
  }

  /** Who sends, and from where: what the law asks of every commercial mail. */
  public String imprint() {
    return postalAddress.startsWith(name) ? postalAddress : name + ", " + postalAddress;
  }

  public BrandColor brandColor() {
    return color == null ? DEFAULT_COLOR : new BrandColor(color);
  }
}
