package dev.campanile.profile.imports;

import java.util.Arrays;
import java.util.Optional;

/** The columns an import may have, besides {@code trait.<name>}. */
enum Column {
  EXTERNAL_ID("externalId"),
  FIRST_NAME("firstName"),
  LAST_NAME("lastName"),
  EMAIL("email"),
  PHONE("phone"),
  LOCALE("locale"),
  COUNTRY("country"),
  ZONE("zone"),
  PREFERRED_CHANNEL("preferredChannel"),
  TRACKING_CONSENT("trackingConsent"),
  EMAIL_CONSENT("emailConsent"),
  SMS_CONSENT("smsConsent"),
  CHAT_CONSENT("chatConsent"),
  CONSENT_SOURCE("consentSource"),
  CONSENT_AT("consentAt"),
  ORDER_STATUS("orderStatus"),
  ORDER_NUMBER("orderNumber"),
  DELIVERY_WINDOW("deliveryWindow"),
  OPEN_CASE("openCase"),
  SUPPRESSED("suppressed");

  private final String title;

  Column(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether the column is stored as the trait of its own name. */
  boolean isTrait() {
    return this == ORDER_STATUS || this == ORDER_NUMBER || this == DELIVERY_WINDOW;
  }

  /** Whether reports show its values in part only. */
  boolean isPersonal() {
    return this == EMAIL || this == PHONE || this == FIRST_NAME || this == LAST_NAME;
  }

  static Optional<Column> titled(String title) {
    return Arrays.stream(values()).filter(column -> column.title.equals(title)).findFirst();
  }
}
