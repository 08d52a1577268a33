package dev.campanile.systemtests;

import java.util.Locale;

/**
 * An invented customer who said yes on every channel.
 *
 * @param group by which a segment finds her
 * @param phone of a range that is kept for fiction
 */
record Customer(Group group, int number, String preferred, String email, String phone) {

  /** Who is told the same; groups share no address. */
  enum Group {
    CROWD,
    FAULTY,
    LATE,
    MANY;

    /** Of its segment. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final String HEADER =
      "externalId,firstName,lastName,email,phone,locale,country,zone,preferredChannel,emailConsent,"
          + "smsConsent,chatConsent,consentSource,consentAt,orderStatus,orderNumber,deliveryWindow,"
          + "openCase,suppressed\n";

  static Customer of(Group group, int number, String preferred) {
    return new Customer(
        group,
        number,
        preferred,
        "%s-%d@example.com".formatted(group.key(), number),
        "+3932099%d%04d".formatted(group.ordinal(), number));
  }

  String externalId() {
    return group + "-" + number;
  }

  String address() {
    return preferred.equals("EMAIL") ? email : phone;
  }

  String row() {
    return "%s,Anna,Prova,%s,%s,it,IT,Europe/Rome,%s,OPTED_IN,OPTED_IN,OPTED_IN,web form,"
            .formatted(externalId(), email, phone, preferred)
        + "2026-01-01T00:00:00Z,,%s,,,\n".formatted(group);
  }
}
