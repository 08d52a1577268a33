package dev.campanile.local.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersTest {

  @Test
  void withoutSettingsEverythingStaysOnThisMachine() {
    Providers providers = Providers.of(Map.of());

    assertThat(providers.mail()).isFalse();
    assertThat(providers.texts()).isFalse();
    assertThat(gatewayWith(Map.of())).isEqualTo(local());
  }

  @Test
  void aRealMailServerNeedsAnAllowList() {
    assertThatThrownBy(() -> Providers.of(Map.of("CAMPANILE_SMTP_HOST", "smtp.example.com")))
        .isInstanceOf(CannotContinue.class)
        .hasMessageContaining("CAMPANILE_SMTP_HOST names a real provider")
        .hasMessageContaining("set CAMPANILE_ALLOW_LIST to");
  }

  @Test
  void aRealTwilioAccountNeedsItsTokenAPublicAddressAndAnAllowList() {
    assertThatThrownBy(() -> Providers.of(Map.of("CAMPANILE_TWILIO_ACCOUNT_SID", "AC1")))
        .hasMessageContaining("CAMPANILE_TWILIO_AUTH_TOKEN")
        .hasMessageContaining("CAMPANILE_PUBLIC_URL")
        .hasMessageContaining("CAMPANILE_ALLOW_LIST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "you", "you@example.com, everyone", "+39"})
  void anAllowListThatAllowsNobodyIsAMistake(String list) {
    assertThatThrownBy(() -> Providers.of(Map.of("CAMPANILE_ALLOW_LIST", list)))
        .hasMessageContaining("is no address");
  }

  @Test
  void theGatewaySendsByTheRealMailServerToThoseAllowed() {
    assertThat(
            gatewayWith(
                Map.of(
                    "CAMPANILE_SMTP_HOST", "smtp.example.com",
                    "CAMPANILE_SMTP_USERNAME", "you",
                    "CAMPANILE_SMTP_PASSWORD", "secret",
                    "CAMPANILE_ALLOW_LIST", " you@example.com ,@example.org")))
        .containsEntry("QUARKUS_MAILER_HOST", "smtp.example.com")
        .containsEntry("QUARKUS_MAILER_PORT", "587")
        .containsEntry("QUARKUS_MAILER_START_TLS", "REQUIRED")
        .containsEntry("QUARKUS_MAILER_TLS", "false")
        .containsEntry("QUARKUS_MAILER_USERNAME", "you")
        .containsEntry("QUARKUS_MAILER_PASSWORD", "secret")
        .containsEntry("CAMPANILE_ALLOW_LIST", "you@example.com,@example.org")
        .containsEntry("CAMPANILE_TWILIO_BASE_URL", "http://127.0.0.1:18084");
  }

  @Test
  void theGatewaySendsByTheRealTwilioAccount() {
    assertThat(
            gatewayWith(
                Map.of(
                    "CAMPANILE_TWILIO_ACCOUNT_SID", "AC1",
                    "CAMPANILE_TWILIO_AUTH_TOKEN", "real",
                    "CAMPANILE_PUBLIC_URL", "https://campanile.example.com",
                    "CAMPANILE_ALLOW_LIST", "+390612345678")))
        .containsEntry("CAMPANILE_TWILIO_ACCOUNT_SID", "AC1")
        .containsEntry("CAMPANILE_TWILIO_AUTH_TOKEN", "real")
        .containsEntry("CAMPANILE_PUBLIC_URL", "https://campanile.example.com")
        .doesNotContainKey("CAMPANILE_TWILIO_BASE_URL")
        .containsEntry("QUARKUS_MAILER_HOST", "127.0.0.1");
  }

  @Test
  void encryptionIsOneOfThree() {
    Map<String, String> environment =
        Map.of(
            "CAMPANILE_SMTP_HOST", "smtp.example.com",
            "CAMPANILE_ALLOW_LIST", "@example.com",
            "CAMPANILE_SMTP_TLS", "IMPLICIT");
    Map<String, String> misspelt = new HashMap<>(environment);
    misspelt.put("CAMPANILE_SMTP_TLS", "yes");

    assertThat(gatewayWith(environment))
        .containsEntry("QUARKUS_MAILER_TLS", "true")
        .containsEntry("QUARKUS_MAILER_PORT", "465");
    assertThatThrownBy(() -> Providers.of(misspelt)).hasMessageContaining("CAMPANILE_SMTP_TLS");
  }

  private static Map<String, String> gatewayWith(Map<String, String> environment) {
    Map<String, String> gateway = new HashMap<>(local());
    Providers.of(environment).replaceIn(gateway);
    return gateway;
  }

  private static Map<String, String> local() {
    return Map.of(
        "QUARKUS_MAILER_HOST",
        "127.0.0.1",
        "QUARKUS_MAILER_START_TLS",
        "DISABLED",
        "CAMPANILE_TWILIO_BASE_URL",
        "http://127.0.0.1:18084",
        "CAMPANILE_PUBLIC_URL",
        "http://127.0.0.1:18083");
  }
}
