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
import jakarta.inject.Singleton;

/**
 * Makes the simple transport of the client inside quarkus-mailer, with all that {@code
 * quarkus.mailer.*} says. Its own {@code ReactiveMailer} is not used because a mail given to it
 * cannot be taken back.
 */
@Singleton
class SimpleTransports {

  private final MailClient first;
  private final EmailConfig config;
  private final Vertx vertx;
  private final io.vertx.mutiny.core.Vertx mutinyVertx;
  private final MailersRuntimeConfig mailers;
  private final MailerSupport support;
  private final TlsConfigurationRegistry tls;
  private final Event<SentMail> sent;

  /**
   * @param first being injected is also what makes quarkus-mailer configure a mailer at all
   */
  SimpleTransports(
      MailClient first,
      EmailConfig config,
      Vertx vertx,
      io.vertx.mutiny.core.Vertx mutinyVertx,
      MailersRuntimeConfig mailers,
      MailerSupport support,
      TlsConfigurationRegistry tls,
      Event<SentMail> sent) {
    this.first = first;
    this.config = config;
    this.vertx = vertx;
    this.mutinyVertx = mutinyVertx;
    this.mailers = mailers;
    this.support = support;
    this.tls = tls;
    this.sent = sent;
  }

  MailTransport make() {
    if (config.dkim().domain().isPresent()) {
      throw new IllegalStateException(
          "campanile.email.dkim is for the FAST transport; with SIMPLE set quarkus.mailer.dkim");
    }
    SmtpClient client = new SmtpClient(vertx, first, this::another, config.timeoutsUntilRebuilt());
    return new SimpleTransport(client, config.timeout());
  }

  private MailClient another() {
    return new Mailers(vertx, mutinyVertx, mailers, LaunchMode.current(), support, tls, sent)
        .mailClientFromName(Mailers.DEFAULT_MAILER_NAME);
  }
}
