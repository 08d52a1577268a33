package dev.campanile.testing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts the local platform and configures the service under test for it. The argument {@value
 * #SERVICE} names the database: profile, campaign or gateway.
 *
 * <p>Tests read the addresses of the rest from configuration: {@code test.simulators.url}.
 */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {

  public static final String SERVICE = "service";
  public static final String API_KEY = "test-key-0123456789";

  private String service = "";
  private @Nullable LocalPlatform platform;

  @Override
  public void init(Map<String, String> arguments) {
    service = requireNonNull(arguments.get(SERVICE), "say which service is tested");
  }

  @Override
  public Map<String, String> start() {
    platform = LocalPlatform.start();
    JsonNode at = platform.addresses();
    JsonNode database = at.at("/postgres/databases/" + service);
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.datasource.jdbc.url", database.get("jdbcUrl").asText());
    config.put("quarkus.datasource.username", database.get("username").asText());
    config.put("quarkus.datasource.password", database.get("password").asText());
    config.put("kafka.bootstrap.servers", at.at("/kafka/bootstrapServers").asText());
    config.put("campanile.api-key", API_KEY);
    config.put("quarkus.mailer.mock", "false");
    config.put("quarkus.mailer.host", at.at("/smtp/host").asText());
    config.put("quarkus.mailer.port", at.at("/smtp/port").asText());
    config.put("quarkus.mailer.start-tls", "DISABLED");
    config.put("campanile.public-url", "http://127.0.0.1:8081");
    config.put("campanile.link-secret", "test-link-secret-0123456789-0123456789");
    config.put("campanile.twilio.base-url", at.at("/twilio/baseUrl").asText());
    config.put("campanile.twilio.account-sid", at.at("/twilio/accountSid").asText());
    config.put("campanile.twilio.auth-token", at.at("/twilio/authToken").asText());
    config.put("test.simulators.url", at.at("/simulators/baseUrl").asText());
    return config;
  }

  @Override
  public void stop() {
    if (platform != null) {
      platform.close();
    }
  }
}
