package dev.campanile.local.services;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.http.LocalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the platform's servers are, as its ready file or the environment says. */
public record PlatformAddresses(
    Map<String, DatabaseAddress> databases,
    String kafka,
    String smtpHost,
    int smtpPort,
    String twilio,
    String twilioAccountSid,
    String twilioAuthToken,
    String simulators) {

  /** A service's database. */
  public record DatabaseAddress(String jdbcUrl, String username, String password) {}

  public PlatformAddresses {
    databases = Map.copyOf(databases);
  }

  public static PlatformAddresses read(Path readyFile) throws IOException {
    return parse(Files.readString(readyFile));
  }

  static PlatformAddresses parse(String json) {
    JsonNode ready = LocalJson.read(json, JsonNode.class);
    return new PlatformAddresses(
        Stream.of(Service.values())
            .flatMap(service -> database(ready, service).stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        ready.at("/kafka/bootstrapServers").asText(""),
        ready.at("/smtp/host").asText("127.0.0.1"),
        ready.at("/smtp/port").asInt(),
        ready.at("/twilio/baseUrl").asText(""),
        ready.at("/twilio/accountSid").asText(""),
        ready.at("/twilio/authToken").asText(""),
        ready.at("/simulators/baseUrl").asText(""));
  }

  private static Optional<Map.Entry<String, DatabaseAddress>> database(
      JsonNode ready, Service service) {
    JsonNode database = ready.at("/postgres/databases").path(service.key());
    return database.isObject()
        ? Optional.of(
            Map.entry(
                service.key(),
                new DatabaseAddress(
                    database.path("jdbcUrl").asText(),
                    database.path("username").asText(),
                    database.path("password").asText())))
        : Optional.empty();
  }
}
