package dev.campanile.profile.imports;

import dev.campanile.contracts.Channel;
import dev.campanile.profile.address.MailAddress;
import dev.campanile.profile.address.ParsedAddress;
import dev.campanile.profile.address.PhoneNumber;
import dev.campanile.profile.imports.CustomerRow.RowAddress;
import dev.campanile.profile.profile.ProfileDraft;
import dev.campanile.profile.profile.TrackingConsent;
import dev.campanile.profile.zone.ZoneInference;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows, one after the other.
 *
 * <p>A row is refused as a whole only when it cannot be used: no {@code externalId}, or one an
 * earlier row has; another number of cells than the header; an unknown value of {@code
 * preferredChannel}, a consent or {@code suppressed}, where a guess could write to somebody against
 * their will. Anything else that cannot be read is refused by itself, and the customer is imported
 * without it; a mail address or phone number that cannot be read is kept as invalid, so that the
 * gate can say {@code INVALID_ADDRESS} and somebody can mend it.
 */
final class RowReader {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_CELL = 4_000;

  private final Header header;
  private final ZoneId workspaceZone;
  private final RowConsents consents;
  private final Map<String, Long> seen = new HashMap<>();

  /**
   * @param source what the importer calls the system the file comes from
   * @param at when the file was uploaded
   */
  RowReader(Header header, ZoneId workspaceZone, String source, String proof, Instant at) {
    this.header = header;
    this.workspaceZone = workspaceZone;
    this.consents = new RowConsents(source, proof, at);
  }

  /** Remembers a row that was taken or refused before a restart. */
  void skip(long row, List<String> cells) {
    Integer position = header.columns().get(Column.EXTERNAL_ID);
    if (position != null && position < cells.size()) {
      seen.putIfAbsent(cells.get(position).strip(), row);
    }
  }

  ReadRow read(long row, List<String> values) {
    try {
      checkShape(row, values);
      Cells cells = new Cells(header, row, values);
      return new ReadRow.Taken(customer(cells), cells.refusals());
    } catch (UnusableRow unusable) {
      return new ReadRow.Refused(unusable.refusal());
    }
  }

  private void checkShape(long row, List<String> values) {
    if (values.size() != header.width()) {
      throw new UnusableRow(
          Refusal.ofRow(
              row,
              "The row has %d cells, the header %d; quote cells that hold commas."
                  .formatted(values.size(), header.width())));
    }
    for (String value : values) {
      if (value.length() > LONGEST_CELL || value.indexOf('\0') >= 0) {
        throw new UnusableRow(
            Refusal.ofRow(
                row, "A cell is longer than " + LONGEST_CELL + " characters, or holds a NUL."));
      }
    }
  }

  private CustomerRow customer(Cells cells) {
    String externalId = externalId(cells);
    Channel preferred = cells.get(Column.PREFERRED_CHANNEL) == null ? null : preferred(cells);
    String country =
        cells.get(
            Column.COUNTRY, RowReader::country, "is not an ISO 3166 country such as IT; left out");
    List<RowAddress> addresses = new ArrayList<>();
    String email = mail(cells, addresses);
    String phone = phone(cells, country, addresses);
    ZoneId zone =
        cells.get(
            Column.ZONE, RowReader::zone, "is not an IANA zone such as Europe/Rome; inferred");
    ProfileDraft profile =
        new ProfileDraft(
            externalId,
            cells.get(Column.FIRST_NAME),
            cells.get(Column.LAST_NAME),
            cells.get(
                Column.LOCALE, RowReader::locale, "is not a language tag such as it-IT; left out"),
            country,
            ZoneInference.infer(zone, phone, country, workspaceZone),
            preferred,
            tracking(cells),
            traits(cells));
    return new CustomerRow(
        profile,
        addresses,
        consents.entries(cells, email, phone),
        consents.suppressions(cells, email, phone),
        cells.get(Column.OPEN_CASE));
  }

  private String externalId(Cells cells) {
    String id = cells.get(Column.EXTERNAL_ID);
    if (id == null || id.length() > LONGEST_ID) {
      throw new UnusableRow(
          Refusal.of(
              cells.row(),
              Column.EXTERNAL_ID,
              id == null ? "" : id,
              "A customer needs an externalId of 1 to 200 characters; the row was not imported."));
    }
    Long earlier = seen.putIfAbsent(id, cells.row());
    if (earlier != null) {
      throw new UnusableRow(
          Refusal.of(
              cells.row(),
              Column.EXTERNAL_ID,
              id,
              "is the externalId of row " + earlier + " too; this row was not imported"));
    }
    return id;
  }

  private static Channel preferred(Cells cells) {
    return Enums.read(Channel.class, cells, Column.PREFERRED_CHANNEL);
  }

  /** Who says something that cannot be read is not tracked. */
  private static @Nullable TrackingConsent tracking(Cells cells) {
    String typed = cells.get(Column.TRACKING_CONSENT);
    if (typed == null) {
      return null;
    }
    return switch (typed.toLowerCase(Locale.ROOT)) {
      case "yes" -> TrackingConsent.GRANTED;
      case "no" -> TrackingConsent.DENIED;
      default -> {
        cells.refuse(Column.TRACKING_CONSENT, typed, "is neither yes nor no; taken as no");
        yield TrackingConsent.DENIED;
      }
    };
  }

  /** The address, when mail can be delivered to it. */
  private static @Nullable String mail(Cells cells, List<RowAddress> addresses) {
    String typed = cells.get(Column.EMAIL);
    if (typed == null) {
      return null;
    }
    return switch (MailAddress.parse(typed)) {
      case ParsedAddress.Deliverable(var address) -> {
        addresses.add(new RowAddress(Channel.EMAIL, address, true));
        yield address;
      }
      case ParsedAddress.Malformed(var address, var reason) -> {
        addresses.add(new RowAddress(Channel.EMAIL, address, false));
        cells.refuse(Column.EMAIL, typed, reason + "; kept as an invalid address");
        yield null;
      }
    };
  }

  /** The number, when it can be dialled. A number is an address of SMS and of chat. */
  private static @Nullable String phone(
      Cells cells, @Nullable String country, List<RowAddress> addresses) {
    String typed = cells.get(Column.PHONE);
    if (typed == null) {
      return null;
    }
    ParsedAddress parsed = PhoneNumber.parse(typed, country);
    boolean valid = parsed instanceof ParsedAddress.Deliverable;
    addresses.add(new RowAddress(Channel.SMS, parsed.address(), valid));
    addresses.add(new RowAddress(Channel.CHAT, parsed.address(), valid));
    return switch (parsed) {
      case ParsedAddress.Deliverable(var number) -> number;
      case ParsedAddress.Malformed(_, var reason) -> {
        cells.refuse(Column.PHONE, typed, reason + "; kept as an invalid address");
        yield null;
      }
    };
  }

  private Map<String, @Nullable String> traits(Cells cells) {
    Map<String, @Nullable String> traits = new LinkedHashMap<>();
    header.traits().forEach((name, position) -> traits.put(name, cells.at(position)));
    return traits;
  }

  private static String country(String typed) {
    String country = typed.toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(country)) {
      throw new IllegalArgumentException(typed);
    }
    return country;
  }

  private static ZoneId zone(String typed) {
    if (!ZONES.contains(typed)) {
      throw new IllegalArgumentException(typed);
    }
    return ZoneId.of(typed);
  }

  private static String locale(String typed) {
    Locale locale;
    try {
      locale = new Locale.Builder().setLanguageTag(typed.replace('_', '-')).build();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(typed, e);
    }
    if (locale.getLanguage().isEmpty()) {
      throw new IllegalArgumentException(typed);
    }
    return locale.toLanguageTag();
  }
}
