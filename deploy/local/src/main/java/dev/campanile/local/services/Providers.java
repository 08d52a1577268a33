package dev.campanile.local.services;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real providers that the environment names instead of the local mail server and the simulators.
 * What is sent then reaches people, so whoever may receive anything must be named too: the gateway
 * skips everybody else.
 */
public final class Providers {
  static final String ALLOW_LIST = "CAMPANILE_ALLOW_LIST";

  private static final String SMTP_HOST = "CAMPANILE_SMTP_HOST";
  private static final String SMTP_TLS = "CAMPANILE_SMTP_TLS";
  private static final String TWILIO_SID = "CAMPANILE_TWILIO_ACCOUNT_SID";
  private static final String TWILIO_TOKEN = "CAMPANILE_TWILIO_AUTH_TOKEN";
  private static final String TWILIO_URL = "CAMPANILE_TWILIO_BASE_URL";
  private static final String PUBLIC_URL = "CAMPANILE_PUBLIC_URL";
  private static final String ALLOWED = "[^\\s@,]*@[^\\s@,]+|\\+\\d{6,15}";

  private final Map<String, String> environment;

  private Providers(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * @throws CannotContinue when something is missing, with what to set
   */
  public static Providers of(Map<String, String> environment) {
    Providers providers = new Providers(environment);
    providers.check();
    return providers;
  }

  /** Whether mail leaves this machine. */
  public boolean mail() {
    return value(SMTP_HOST).isPresent();
  }

  /** Whether SMS and chat leave this machine. */
  public boolean texts() {
    return value(TWILIO_SID).isPresent();
  }

  /** Addresses, numbers and domains such as {@code @example.com}; everybody when empty. */
  public List<String> allowed() {
    return Stream.of(value(ALLOW_LIST).orElse("").split(","))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /** What a brand says of itself, as far as the environment knows better; by the brand's field. */
  public Map<String, String> senders() {
    Map<String, String> senders = new LinkedHashMap<>();
    value("CAMPANILE_SMTP_FROM").ifPresent(it -> senders.put("emailFrom", it));
    value("CAMPANILE_TWILIO_SMS_FROM").ifPresent(it -> senders.put("smsFrom", it));
    value("CAMPANILE_TWILIO_CHAT_FROM").ifPresent(it -> senders.put("chatFrom", it));
    return senders;
  }

  /** Replaces in the gateway's environment what is real. */
  void replaceIn(Map<String, String> gateway) {
    value(SMTP_HOST).ifPresent(host -> replaceMail(host, gateway));
    value(TWILIO_SID)
        .ifPresent(
            sid -> {
              gateway.put(TWILIO_SID, sid);
              gateway.put(TWILIO_TOKEN, value(TWILIO_TOKEN).orElse(""));
              gateway.remove(TWILIO_URL);
              value(TWILIO_URL).ifPresent(url -> gateway.put(TWILIO_URL, url));
            });
    value(PUBLIC_URL).ifPresent(url -> gateway.put(PUBLIC_URL, url));
    if (!allowed().isEmpty()) {
      gateway.put(ALLOW_LIST, String.join(",", allowed()));
    }
  }

  private void replaceMail(String host, Map<String, String> gateway) {
    Encryption encryption = encryption();
    gateway.put("QUARKUS_MAILER_HOST", host);
    gateway.put(
        "QUARKUS_MAILER_PORT",
        value("CAMPANILE_SMTP_PORT").orElse(encryption == Encryption.IMPLICIT ? "465" : "587"));
    gateway.put("QUARKUS_MAILER_TLS", Boolean.toString(encryption == Encryption.IMPLICIT));
    gateway.put(
        "QUARKUS_MAILER_START_TLS", encryption == Encryption.REQUIRED ? "REQUIRED" : "DISABLED");
    value("CAMPANILE_SMTP_USERNAME").ifPresent(it -> gateway.put("QUARKUS_MAILER_USERNAME", it));
    value("CAMPANILE_SMTP_PASSWORD").ifPresent(it -> gateway.put("QUARKUS_MAILER_PASSWORD", it));
  }

  private enum Encryption {
    /** STARTTLS, or no mail. */
    REQUIRED,
    /** TLS from the first byte. */
    IMPLICIT,
    DISABLED
  }

  private Encryption encryption() {
    String name = value(SMTP_TLS).orElse("REQUIRED");
    return Stream.of(Encryption.values())
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new CannotContinue(
                    "%s is \"%s\"; it is REQUIRED (STARTTLS), IMPLICIT (port 465) or DISABLED."
                        .formatted(SMTP_TLS, name)));
  }

  private void check() {
    List<String> wrong = new ArrayList<>();
    if (mail()) {
      encryption();
    }
    if (texts() && value(TWILIO_TOKEN).isEmpty()) {
      wrong.add(TWILIO_SID + " names a real account: set its " + TWILIO_TOKEN + " too.");
    }
    if (texts() && value(PUBLIC_URL).isEmpty()) {
      wrong.add(
          "Twilio must reach the gateway to say what became of a message: set "
              + PUBLIC_URL
              + " to the https address that leads to it.");
    }
    if ((mail() || texts()) && allowed().isEmpty()) {
      wrong.add(
          ("%s names a real provider, and what is sent would reach people. Say who may receive"
                  + " anything: set %s to addresses, numbers or domains, separated by commas, such"
                  + " as %s=you@example.com,+390612345678 or @example.com. Everybody else is"
                  + " skipped.")
              .formatted(mail() ? SMTP_HOST : TWILIO_SID, ALLOW_LIST, ALLOW_LIST));
    }
    allowed().stream()
        .filter(it -> !it.matches(ALLOWED))
        .forEach(
            it ->
                wrong.add(
                    "%s has \"%s\", which is no address, no number such as +390612345678 and no domain such as @example.com."
                        .formatted(ALLOW_LIST, it)));
    if (!wrong.isEmpty()) {
      throw new CannotContinue(String.join("\n", wrong));
    }
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }
}
