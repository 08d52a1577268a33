package dev.campanile.gateway.email;

import static java.util.Objects.requireNonNull;

import dev.campanile.gateway.email.EmailConfig.Dkim;
import dev.campanile.gateway.email.dkim.DkimSigner;
import dev.campanile.gateway.email.dkim.SigningKey;
import dev.campanile.gateway.email.smtp.SmtpSender;
import io.quarkus.mailer.runtime.DkimSignOptionsConfig;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the fast transport. */
@Singleton
class FastTransports {

  private final EmailConfig config;
  private final MailerRuntimeConfig mailer;
  private final MailerTls tls;
  private final InstantSource clock;

  FastTransports(
      EmailConfig config, MailersRuntimeConfig mailers, MailerTls tls, InstantSource clock) {
    this.config = config;
    this.mailer =
        requireNonNull(mailers.mailers().get(Mailers.DEFAULT_MAILER_NAME), "quarkus.mailer");
    this.tls = tls;
    this.clock = clock;
  }

  MailTransport make() {
    return new FastTransport(
        new SmtpSender(MailerSettings.of(mailer, tls, config.timeout())),
        new MailComposer(clock, signer()));
  }

  private @Nullable DkimSigner signer() {
    Dkim ours = config.dkim();
    DkimSignOptionsConfig theirs = mailer.dkim();
    if (ours.domain().isPresent()) {
      return signer("campanile.email.dkim", ours.domain(), ours.selector(), ours.privateKey());
    }
    if (theirs.enabled()) {
      return signer(
          "quarkus.mailer.dkim",
          theirs.sdid(),
          theirs.selector(),
          theirs.privateKey().or(theirs::privateKeyPath));
    }
    return null;
  }

  private DkimSigner signer(
      String name, Optional<String> domain, Optional<String> selector, Optional<String> key) {
    if (domain.isEmpty() || selector.isEmpty() || key.isEmpty()) {
      throw new IllegalStateException(name + " needs a domain, a selector and a private key");
    }
    return new DkimSigner(domain.get(), selector.get(), SigningKey.of(key.get()), clock);
  }
}
