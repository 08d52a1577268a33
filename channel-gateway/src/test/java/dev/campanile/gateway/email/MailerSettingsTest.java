package dev.campanile.gateway.email;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.campanile.gateway.email.smtp.SmtpSettings;
import dev.campanile.gateway.email.smtp.SmtpSettings.Encryption;
import dev.campanile.gateway.email.smtp.SmtpSettings.Login;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code quarkus.mailer.*} means to our own client. */
class MailerSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "start-tls, REQUIRED, REQUIRED, 25",
    "start-tls, disabled, DISABLED, 25",
    "host, mail.example, OPTIONAL, 25",
    "tls, true, IMPLICIT, 587",
    "ssl, true, IMPLICIT, 587"
  })
  void readsHowToEncrypt(String name, String value, Encryption encryption, int port) {
    SmtpSettings settings = settings(Map.of(name, value));

    assertThat(settings.tls().encryption()).isEqualTo(encryption);
    assertThat(settings.tls().verifyName()).isTrue();
    assertThat(settings.port()).isEqualTo(port);
  }

  @Test
  void trustsEverybodyOnlyWhenToldTo() {
    assertThat(settings(Map.of("trust-all", "true")).tls().verifyName()).isFalse();
  }

  @Test
  void readsTheLogin() {
    var login = Map.of("username", "ana", "password", "secret", "auth-methods", "plain LOGIN");

    assertThat(settings(login).login())
        .isEqualTo(new Login("ana", "secret", false, Set.of("PLAIN", "LOGIN")));
    assertThat(String.valueOf(settings(login).login())).doesNotContain("secret");
    assertThat(settings(Map.of("username", "ana")).login()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"login, XOAUTH2", "login, REQUIRED", "truststore.paths, /no/such/file.p12"})
  void doesNotStartWithWhatItCannotDo(String name, String value) {
    assertThatIllegalStateException().isThrownBy(() -> settings(Map.of(name, value)));
  }

  @Test
  void readsTheConnections() {
    SmtpSettings settings =
        settings(
            Map.of(
                "max-pool-size", "32",
                "own-host-name", "campanile.example",
                "max-mails-per-connection", "50",
                "pipelining", "false"));

    assertThat(settings.connections()).isEqualTo(32);
    assertThat(settings.ownName().get()).isEqualTo("campanile.example");
    assertThat(settings.mailsPerConnection()).isEqualTo(50);
    assertThat(settings.pipelining()).isFalse();
  }

  private static SmtpSettings settings(Map<String, String> values) {
    Map<String, String> named = new HashMap<>();
    values.forEach((name, value) -> named.put("quarkus.mailer." + name, value));
    var mailers =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .withMapping(MailersRuntimeConfig.class)
            .withDefaultValues(named)
            .build()
            .getConfigMapping(MailersRuntimeConfig.class);
    var mailer = requireNonNull(mailers.mailers().get(Mailers.DEFAULT_MAILER_NAME));
    Vertx vertx = Vertx.vertx();
    try {
      return MailerSettings.of(mailer, new MailerTls(new NoTls(), vertx), Duration.ofSeconds(20));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static final class NoTls implements TlsConfigurationRegistry {
    @Override
    public Optional<TlsConfiguration> get(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<TlsConfiguration> getDefault() {
      return Optional.empty();
    }

    @Override
    public void register(String name, TlsConfiguration configuration) {}
  }
}
