package dev.campanile.local.services;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Databases and a broker that the environment names instead of local ones. */
record OutsideServers(Map<String, String> environment) {
  private static final String KAFKA = "CAMPANILE_KAFKA_BOOTSTRAP_SERVERS";
  private static final String DATABASE = "CAMPANILE_POSTGRES_";

  OutsideServers {
    environment = Map.copyOf(environment);
  }

  /** All three databases are outside, or none: half a local server would surprise. */
  boolean postgres() {
    List<String> missing =
        Stream.of(Service.values())
            .map(service -> DATABASE + "URL_" + service.name())
            .filter(name -> value(name).isEmpty())
            .toList();
    if (!missing.isEmpty() && missing.size() < Service.values().length) {
      throw new CannotContinue(
          "Some databases are named by CAMPANILE_POSTGRES_URL_… and others are not. Set "
              + String.join(" and ", missing)
              + " too, or none of them.");
    }
    return missing.isEmpty();
  }

  boolean kafka() {
    return value(KAFKA).isPresent();
  }

  boolean any() {
    return postgres() || kafka();
  }

  PlatformAddresses over(PlatformAddresses local) {
    Map<String, PlatformAddresses.DatabaseAddress> databases = new HashMap<>(local.databases());
    if (postgres()) {
      for (Service service : Service.values()) {
        databases.put(service.key(), database(service));
      }
    }
    return new PlatformAddresses(
        databases,
        value(KAFKA).orElse(local.kafka()),
        local.smtpHost(),
        local.smtpPort(),
        local.twilio(),
        local.twilioAccountSid(),
        local.twilioAuthToken(),
        local.simulators());
  }

  private PlatformAddresses.DatabaseAddress database(Service service) {
    return new PlatformAddresses.DatabaseAddress(
        value(DATABASE + "URL_" + service.name()).orElseThrow(),
        value(DATABASE + "USERNAME_" + service.name()).orElse(service.key()),
        value(DATABASE + "PASSWORD_" + service.name()).orElse(""));
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
