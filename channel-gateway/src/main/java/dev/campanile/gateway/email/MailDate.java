package dev.campanile.gateway.email;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The Date of a mail (RFC 5322, 3.3), written once a second. */
final class MailDate {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private volatile Written written = new Written(Long.MIN_VALUE, HeaderValue.of(""));

  MailDate(InstantSource clock) {
    this.clock = clock;
  }

  HeaderValue now() {
    Instant now = clock.instant();
    Written last = written;
    if (last.second() != now.getEpochSecond()) {
      last = new Written(now.getEpochSecond(), HeaderValue.of(FORM.format(now)));
      written = last;
    }
    return last.value();
  }

  private record Written(long second, HeaderValue value) {}
}
