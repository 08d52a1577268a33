package dev.campanile.local.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {
  private static final String READY =
      """
      {"pid":123,
       "postgres":{"port":15432,"databases":{
         "profile":{"jdbcUrl":"jdbc:postgresql://127.0.0.1:15432/profile","username":"profile","password":"p"},
         "campaign":{"jdbcUrl":"jdbc:postgresql://127.0.0.1:15432/campaign","username":"campaign","password":"c"},
         "gateway":{"jdbcUrl":"jdbc:postgresql://127.0.0.1:15432/gateway","username":"gateway","password":"g"}}},
       "kafka":{"bootstrapServers":"127.0.0.1:19092"},
       "smtp":{"host":"127.0.0.1","port":12525},
       "twilio":{"baseUrl":"http://127.0.0.1:18084","accountSid":"AC1","authToken":"token"},
       "simulators":{"baseUrl":"http://127.0.0.1:18084"}}
      """;

  private final PlatformAddresses local = PlatformAddresses.parse(READY);
  private final Ports ports = Ports.of(Map.of());

  @Test
  void givesEachServiceItsOwnDatabaseAndKey() {
    var profile = ServiceEnvironment.of(Service.PROFILE, local, ports, Map.of());

    assertThat(profile)
        .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:15432/profile")
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", "profile")
        .containsEntry("CAMPANILE_API_KEY", "local-profile-key-0001")
        .containsEntry("QUARKUS_HTTP_PORT", "18081")
        .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
        .doesNotContainKeys("CAMPANILE_TWILIO_AUTH_TOKEN", "CAMPANILE_CLOCK_START");
  }

  @Test
  void onlyTheGatewayKnowsTheProviders() {
    var gateway = ServiceEnvironment.of(Service.GATEWAY, local, ports, Map.of());

    assertThat(gateway)
        .containsEntry("QUARKUS_MAILER_PORT", "12525")
        .containsEntry("CAMPANILE_PUBLIC_URL", "http://127.0.0.1:18083")
        .containsEntry("CAMPANILE_TWILIO_BASE_URL", "http://127.0.0.1:18084")
        .hasEntrySatisfying("CAMPANILE_LINK_SECRET", it -> assertThat(it).hasSizeGreaterThan(31));
  }

  @Test
  void campaignServiceKnowsItsNeighbours() {
    assertThat(ServiceEnvironment.of(Service.CAMPAIGN, local, ports, Map.of()))
        .containsEntry("CAMPANILE_PROFILE_SERVICE_URL", "http://127.0.0.1:18081")
        .containsEntry("CAMPANILE_PROFILE_SERVICE_KEY", "local-profile-key-0001")
        .containsEntry("CAMPANILE_GATEWAY_URL", "http://127.0.0.1:18083");
  }

  @Test
  void passesOnWhereBusinessTimeBegins() {
    var extra = Map.of("CAMPANILE_CLOCK_START", "2026-11-21T10:00:00Z", "HOME", "/nowhere");

    assertThat(ServiceEnvironment.of(Service.CAMPAIGN, local, ports, extra))
        .containsEntry("CAMPANILE_CLOCK_START", "2026-11-21T10:00:00Z")
        .doesNotContainKey("HOME");
  }

  @Test
  void serversTheEnvironmentNamesReplaceTheLocalOnes() {
    var outside =
        new OutsideServers(
            Map.of(
                "CAMPANILE_KAFKA_BOOTSTRAP_SERVERS", "broker.example.com:9092",
                "CAMPANILE_POSTGRES_URL_PROFILE", "jdbc:postgresql://db.example.com/p",
                "CAMPANILE_POSTGRES_URL_CAMPAIGN", "jdbc:postgresql://db.example.com/c",
                "CAMPANILE_POSTGRES_URL_GATEWAY", "jdbc:postgresql://db.example.com/g",
                "CAMPANILE_POSTGRES_PASSWORD_GATEWAY", "secret"));

    var gateway = ServiceEnvironment.of(Service.GATEWAY, outside.over(local), ports, Map.of());

    assertThat(gateway)
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "broker.example.com:9092")
        .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db.example.com/g")
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", "gateway")
        .containsEntry("QUARKUS_DATASOURCE_PASSWORD", "secret");
  }

  @Test
  void oneOutsideDatabaseOfThreeIsAMistake() {
    var outside = new OutsideServers(Map.of("CAMPANILE_POSTGRES_URL_PROFILE", "jdbc:x"));

    assertThatThrownBy(outside::postgres)
        .hasMessageContaining("CAMPANILE_POSTGRES_URL_CAMPAIGN and CAMPANILE_POSTGRES_URL_GATEWAY");
  }
}
