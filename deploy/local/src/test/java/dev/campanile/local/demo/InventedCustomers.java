package dev.campanile.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes {@code demo/customers.csv}: always the same thousand customers, and some rows that are
 * wrong. To change them, change this, run {@link #main} with the file's path and commit the file.
 */
final class InventedCustomers {
  static final List<String> COLUMNS =
      List.of(
          "externalId",
          "firstName",
          "lastName",
          "email",
          "phone",
          "locale",
          "country",
          "zone",
          "preferredChannel",
          "emailConsent",
          "smsConsent",
          "chatConsent",
          "consentSource",
          "consentAt",
          "orderStatus",
          "orderNumber",
          "deliveryWindow",
          "openCase",
          "suppressed",
          "trackingConsent");

  private static final long SEED = 1962;
  private static final Instant EARLIEST_CONSENT = Instant.parse("2024-02-01T08:00:00Z");
  private static final int CONSENT_DAYS = 1_000;
  private static final List<String> MAIL_DOMAINS =
      List.of("example.com", "example.org", "example.net", "post.example.com", "mail.example.org");
  private static final List<String> WINDOWS =
      List.of(
          "11:00-13:00", "12:00-14:00", "14:00-16:00", "15:00-17:00", "17:00-19:00", "18:00-20:00");

  private final Random random = new Random(SEED);
  private final Set<String> mailAddresses = new HashSet<>();
  private final List<String> lines = new ArrayList<>();
  private int nextId = 5;
  private int nextOrder = 20_418;
  private int nextCase = 301;

  private InventedCustomers() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), csv());
  }

  static String csv() {
    return new InventedCustomers().write();
  }

  private String write() {
    lines.add(String.join(",", COLUMNS));
    NamedRows.ALL.forEach(lines::add);
    List<Map<String, String>> customers = new ArrayList<>();
    for (Household household : Household.ALL) {
      int named = NamedRows.in(household.country());
      for (int n = 0; n < household.customers() - named; n++) {
        customers.add(customer(household, n));
      }
    }
    shareAddresses(customers);
    Collections.shuffle(customers, random);
    for (int at = 0; at < customers.size(); at++) {
      Map<String, String> customer = customers.get(at);
      customer.put("externalId", "C-%04d".formatted(nextId++));
      decorate(customer, at);
    }
    letCouplesBeAlike(customers);
    customers.forEach(customer -> lines.add(line(customer)));
    for (int at = 0; at < NamedRows.MALFORMED.size(); at++) {
      lines.add(60 + at * 61, NamedRows.MALFORMED.get(at));
    }
    return String.join("\n", lines) + "\n";
  }

  private Map<String, String> customer(Household household, int n) {
    Map<String, String> row = new LinkedHashMap<>();
    COLUMNS.forEach(column -> row.put(column, ""));
    String first = oneOf(household.firstNames());
    String last = oneOf(household.lastNames());
    row.put("firstName", chance(2) ? "" : first);
    row.put("lastName", last);
    boolean noAddress = n % 47 == 46;
    boolean mail = !noAddress && !chance(7);
    boolean phone = !noAddress && (!mail || chance(76));
    row.put("email", mail ? mailAddress(first, last) : "");
    row.put("phone", phone ? household.phone(n) : "");
    row.put("locale", oneOf(household.locales()));
    row.put("country", household.country());
    row.put("zone", chance(household.zones().size() > 1 ? 50 : 25) ? oneOf(household.zones()) : "");
    row.put("preferredChannel", preferred(mail, phone));
    return row;
  }

  private String preferred(boolean mail, boolean phone) {
    int roll = random.nextInt(100);
    if (phone && roll < 22) {
      return "SMS";
    }
    if (phone && roll < 46) {
      return "CHAT";
    }
    return mail && roll < 85 ? "EMAIL" : "";
  }

  /** Some couples read one inbox. */
  private static void shareAddresses(List<Map<String, String>> customers) {
    for (int at = 30; at + 1 < customers.size(); at += 52) {
      Map<String, String> one = customers.get(at);
      Map<String, String> other = customers.get(at + 1);
      if (!one.getOrDefault("email", "").isEmpty() && !other.getOrDefault("email", "").isEmpty()) {
        other.put("email", one.getOrDefault("email", ""));
        other.put("lastName", one.getOrDefault("lastName", ""));
      }
    }
  }

  /**
   * Of a couple with one inbox whoever is first gets the mail, and who that is nobody can say
   * beforehand. The demo counts the same every time only when the other one ends alike: by text
   * message neither can be had.
   */
  private static void letCouplesBeAlike(List<Map<String, String>> customers) {
    Map<String, Map<String, String>> first = new HashMap<>();
    for (Map<String, String> other : customers) {
      String mail = other.getOrDefault("email", "");
      Map<String, String> one = mail.isEmpty() ? null : first.putIfAbsent(mail, other);
      if (one != null) {
        letBeAlike(one, other);
      }
    }
  }

  private static void letBeAlike(Map<String, String> one, Map<String, String> other) {
    boolean phones =
        !one.getOrDefault("phone", "").isEmpty() && !other.getOrDefault("phone", "").isEmpty();
    for (Map<String, String> each : List.of(one, other)) {
      each.put("smsConsent", "");
      if (!phones) {
        each.put("phone", "");
        each.put("chatConsent", "");
        each.put("preferredChannel", "EMAIL");
      }
    }
  }

  private void decorate(Map<String, String> row, int at) {
    addConsents(row);
    row.put("trackingConsent", at % 5 < 3 ? "yes" : at % 5 == 3 ? "no" : "");
    addOrder(row, at);
    if (at % 23 == 11) {
      row.put("openCase", "CASE-" + nextCase++);
    }
    if (at % 41 == 17) {
      row.put(
          "suppressed",
          oneOf(
              List.of(
                  "EMAIL:HARD",
                  "EMAIL:COMPLAINT",
                  "EMAIL:MANUAL",
                  "EMAIL:SOFT",
                  "SMS:MANUAL",
                  "EMAIL:HARD;SMS:MANUAL")));
    }
  }

  private void addConsents(Map<String, String> row) {
    boolean mail = !row.getOrDefault("email", "").isEmpty();
    boolean phone = !row.getOrDefault("phone", "").isEmpty();
    String email = mail ? consent(62, 12) : "";
    String sms = phone ? consent(38, 9) : "";
    String chat = phone ? consent(30, 3) : "";
    row.put("emailConsent", email);
    row.put("smsConsent", sms);
    row.put("chatConsent", chat);
    if ((email + sms + chat).contains("OPTED")) {
      row.put(
          "consentSource", oneOf(List.of("checkout", "web form", "loyalty card", "call centre")));
      row.put(
          "consentAt",
          EARLIEST_CONSENT
              .plusSeconds(random.nextInt(CONSENT_DAYS) * 86_400L + random.nextInt(40_000))
              .toString());
    }
  }

  private String consent(int optedIn, int optedOut) {
    int roll = random.nextInt(100);
    if (roll < optedIn) {
      return "OPTED_IN";
    }
    if (roll < optedIn + optedOut) {
      return "OPTED_OUT";
    }
    return roll % 2 == 0 ? "UNKNOWN" : "";
  }

  private void addOrder(Map<String, String> row, int at) {
    String status =
        switch (at % 10) {
          case 1, 4, 8 -> "OUT_FOR_DELIVERY";
          case 2, 6 -> "DELIVERED";
          case 5 -> "PACKING";
          default -> "";
        };
    row.put("orderStatus", status);
    if (!status.isEmpty()) {
      // Two orders lost their number on the way, as happens: their messages must not go out.
      row.put("orderNumber", at == 241 || at == 698 ? "" : "B" + nextOrder++);
      row.put("deliveryWindow", status.equals("DELIVERED") ? "" : oneOf(WINDOWS));
    }
  }

  private String mailAddress(String first, String last) {
    String name = plain(first) + "." + plain(last);
    String domain = oneOf(MAIL_DOMAINS);
    String address = name + "@" + domain;
    for (int n = 2; !mailAddresses.add(address); n++) {
      address = name + n + "@" + domain;
    }
    return address;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String line(Map<String, String> row) {
    return COLUMNS.stream()
        .map(column -> row.getOrDefault(column, ""))
        .collect(Collectors.joining(","));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
