package dev.campanile.local.services;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The environment a service is started with: the same variables as in production. */
final class ServiceEnvironment {
  private static final String LINK_SECRET = "local-link-secret-of-at-least-32-characters";
  private static final String CLOCK_START = "CAMPANILE_CLOCK_START";

  private ServiceEnvironment() {}

  /**
   * @param extra what the caller adds, such as where business time begins, or real providers
   */
  static Map<String, String> of(
      Service service, PlatformAddresses platform, Ports ports, Map<String, String> extra) {
    PlatformAddresses.DatabaseAddress database =
        Objects.requireNonNull(
            platform.databases().get(service.key()),
            () -> "the platform has no database for " + service.module());
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service.port())));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.of(service.management())));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.username());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", platform.kafka());
    environment.put("CAMPANILE_API_KEY", service.apiKey());
    switch (service) {
      case PROFILE -> {}
      case CAMPAIGN -> addNeighbours(environment, ports);
      case GATEWAY -> {
        addProviders(environment, platform, ports);
        Providers.of(extra).replaceIn(environment);
      }
    }
    String clockStart = extra.get(CLOCK_START);
    if (clockStart != null && !clockStart.isBlank()) {
      environment.put(CLOCK_START, clockStart);
    }
    return environment;
  }

  /** Whom campaign-service asks, and where it sends those who follow a message. */
  private static void addNeighbours(Map<String, String> environment, Ports ports) {
    environment.put("CAMPANILE_PROFILE_SERVICE_URL", ports.url(Port.PROFILE));
    environment.put("CAMPANILE_PROFILE_SERVICE_KEY", Service.PROFILE.apiKey());
    environment.put("CAMPANILE_GATEWAY_URL", ports.url(Port.GATEWAY));
  }

  private static void addProviders(
      Map<String, String> environment, PlatformAddresses platform, Ports ports) {
    environment.put("QUARKUS_MAILER_HOST", platform.smtpHost());
    environment.put("QUARKUS_MAILER_PORT", Integer.toString(platform.smtpPort()));
    // The local mail server speaks no TLS; nothing leaves the machine.
    environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
    environment.put("CAMPANILE_PUBLIC_URL", ports.url(Port.GATEWAY));
    environment.put("CAMPANILE_TWILIO_ACCOUNT_SID", platform.twilioAccountSid());
    environment.put("CAMPANILE_TWILIO_AUTH_TOKEN", platform.twilioAuthToken());
    environment.put("CAMPANILE_TWILIO_BASE_URL", platform.twilio());
    environment.put("CAMPANILE_LINK_SECRET", LINK_SECRET);
  }
}
