package dev.campanile.campaign.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.contracts.Brand;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
@Schema(
    example =
        """
        {"name": "Basilio & Daughters", "website": "https://basilio.example.com",
         "postalAddress": "Basilio & Daughters, Via dei Limoni 12, 34121 Trieste, Italy",
         "emailFrom": "Basilio & Daughters <ciao@basilio.example.com>",
         "replyTo": "help@basilio.example.com",
         "smsFrom": "+442079460162", "chatFrom": "+442079460162",
         "color": "#1f6f4a", "logoUrl": "https://basilio.example.com/pictures/logo.svg"}
        """)
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
