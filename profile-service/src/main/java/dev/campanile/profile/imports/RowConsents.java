package dev.campanile.profile.imports;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.profile.address.AddressKey;
import dev.campanile.profile.consent.ConsentEntry;
import dev.campanile.profile.suppression.SuppressedAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of consent and suppression.
 *
 * <p>A yes needs to be known from somewhere: without {@code consentSource} it is taken as unknown,
 * and {@code IMPLIED}, whose basis a file cannot show, is too. A yes without {@code consentAt}
 * counts from the import and lifts no opt-out. A no is always taken.
 *
 * @param source the import's
 * @param proof where the row can be found again
 * @param at when the file was uploaded
 */
record RowConsents(String source, String proof, Instant at) {

  List<ConsentEntry> entries(Cells cells, @Nullable String email, @Nullable String phone) {
    Instant saidAt = saidAt(cells);
    List<ConsentEntry> entries = new ArrayList<>();
    add(entries, cells, Column.EMAIL_CONSENT, Channel.EMAIL, email, saidAt);
    add(entries, cells, Column.SMS_CONSENT, Channel.SMS, phone, saidAt);
    add(entries, cells, Column.CHAT_CONSENT, Channel.CHAT, phone, saidAt);
    return entries;
  }

  /** {@code EMAIL:HARD;SMS:MANUAL} */
  List<SuppressedAddress> suppressions(
      Cells cells, @Nullable String email, @Nullable String phone) {
    String list = cells.get(Column.SUPPRESSED);
    List<SuppressedAddress> suppressions = new ArrayList<>();
    if (list == null) {
      return suppressions;
    }
    for (String item : list.split(";")) {
      int colon = item.indexOf(':');
      Channel channel =
          Enums.read(
              Channel.class, cells, Column.SUPPRESSED, colon < 0 ? item : item.substring(0, colon));
      SuppressionReason reason =
          colon < 0
              ? SuppressionReason.MANUAL
              : Enums.read(
                  SuppressionReason.class, cells, Column.SUPPRESSED, item.substring(colon + 1));
      String address =
          switch (channel) {
            case EMAIL -> email;
            case SMS, CHAT -> phone;
            case PUSH -> null;
          };
      if (address != null) {
        suppressions.add(
            new SuppressedAddress(
                new AddressKey(channel, address), reason, source, proofOf(cells), at));
      }
    }
    return suppressions;
  }

  private void add(
      List<ConsentEntry> entries,
      Cells cells,
      Column column,
      Channel channel,
      @Nullable String address,
      @Nullable Instant saidAt) {
    if (cells.get(column) == null) {
      return;
    }
    ConsentState stated = Enums.read(ConsentState.class, cells, column);
    ConsentState state = supported(stated, cells, column);
    if (address == null || state == ConsentState.UNKNOWN) {
      return;
    }
    String said = cells.get(Column.CONSENT_SOURCE);
    entries.add(
        new ConsentEntry(
            new AddressKey(channel, address),
            topic(channel, state),
            state,
            saidAt == null ? at : saidAt,
            ConsentEntry.How.IMPORT,
            said == null ? source : said,
            null,
            saidAt == null ? null : proofOf(cells)));
  }

  /** The state that is taken over; a refusal says why it is another than the one stated. */
  private static ConsentState supported(ConsentState stated, Cells cells, Column column) {
    return switch (stated) {
      case UNKNOWN, OPTED_OUT -> stated;
      case OPTED_IN, PENDING -> {
        if (cells.get(Column.CONSENT_SOURCE) == null) {
          cells.refuse(
              column, stated.name(), "needs a consentSource that says where; taken as UNKNOWN");
          yield ConsentState.UNKNOWN;
        }
        yield stated;
      }
      case IMPLIED -> {
        cells.refuse(
            column,
            stated.name(),
            "needs a basis, an expiry and proof that refusal was offered, which a file cannot show;"
                + " taken as UNKNOWN");
        yield ConsentState.UNKNOWN;
      }
    };
  }

  /** An SMS or chat customer who said no means everything on that channel. */
  private static ConsentTopic topic(Channel channel, ConsentState state) {
    return channel != Channel.EMAIL && state == ConsentState.OPTED_OUT
        ? ConsentTopic.ALL
        : ConsentTopic.MARKETING;
  }

  private @Nullable Instant saidAt(Cells cells) {
    Instant saidAt =
        cells.get(
            Column.CONSENT_AT,
            RowConsents::instant,
            "is not a time such as 2026-03-01T10:00:00Z or a day; taken as not known");
    if (saidAt != null && saidAt.isAfter(at)) {
      cells.refuse(
          Column.CONSENT_AT, saidAt.toString(), "is later than the import; taken as not known");
      return null;
    }
    return saidAt;
  }

  /** RFC 3339, or a day, which means its start in UTC. */
  private static Instant instant(String typed) {
    try {
      return typed.indexOf('T') < 0
          ? LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(typed).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(typed, e);
    }
  }

  private String proofOf(Cells cells) {
    return proof + ", row " + cells.row();
  }
}
