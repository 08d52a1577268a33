package dev.campanile.gateway.email;

import io.quarkus.mailer.SentMail;
import io.quarkus.mailer.runtime.MailerSupport;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The client inside quarkus-mailer, with all that {@code quarkus.mailer.*} says: TLS, login, DKIM.
 * Its own {@code ReactiveMailer} is not used because a mail given to it cannot be taken back.
 */
@Singleton
class SmtpClients {

  /**
   * @param first being injected is also what makes quarkus-mailer configure a mailer at all
   */
  @Produces
  @Singleton
  SmtpClient client(
      MailClient first,
      EmailConfig config,
      Vertx vertx,
      io.vertx.mutiny.core.Vertx mutinyVertx,
      MailersRuntimeConfig mailers,
      MailerSupport support,
      TlsConfigurationRegistry tls,
      Event<SentMail> sent) {
    return new SmtpClient(
        vertx,
        first,
        () ->
            new Mailers(vertx, mutinyVertx, mailers, LaunchMode.current(), support, tls, sent)
                .mailClientFromName(Mailers.DEFAULT_MAILER_NAME),
        config.timeoutsUntilRebuilt());
  }

  void close(@Disposes SmtpClient client) {
    client.close();
  }
}
