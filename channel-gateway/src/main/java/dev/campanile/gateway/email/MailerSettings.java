package dev.campanile.gateway.email;

import dev.campanile.gateway.email.smtp.SmtpSettings;
import dev.campanile.gateway.email.smtp.SmtpSettings.Login;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads {@code quarkus.mailer.*} as quarkus-mailer does, so that an operator learns it once. */
final class MailerSettings {

  private MailerSettings() {}

  static SmtpSettings of(MailerRuntimeConfig mailer, MailerTls tls, Duration timeout) {
    SmtpSettings.Tls encryption = tls.of(mailer);
    boolean implicit = encryption.encryption() == SmtpSettings.Encryption.IMPLICIT;
    return new SmtpSettings(
        mailer.host(),
        mailer.port().orElse(implicit ? 587 : 25),
        encryption,
        login(mailer),
        ownName(mailer),
        mailer.maxPoolSize(),
        timeout,
        mailer.keepAliveTimeout(),
        mailer.keepAlive() ? mailer.maxMailsPerConnection().orElse(0) : 1,
        mailer.pipelining());
  }

  private static @Nullable Login login(MailerRuntimeConfig mailer) {
    String mode = mailer.login().toUpperCase(Locale.ROOT);
    if (mode.equals("XOAUTH2")) {
      throw new IllegalStateException(
          "quarkus.mailer.login=XOAUTH2 needs campanile.email.transport=SIMPLE");
    }
    if (mode.equals("DISABLED")) {
      return null;
    }
    boolean required = mode.equals("REQUIRED");
    if (mailer.username().isEmpty() || mailer.password().isEmpty()) {
      if (required) {
        throw new IllegalStateException(
            "quarkus.mailer.login=REQUIRED needs quarkus.mailer.username and password");
      }
      return null;
    }
    return new Login(
        mailer.username().get(), mailer.password().get(), required, mechanisms(mailer));
  }

  private static Set<String> mechanisms(MailerRuntimeConfig mailer) {
    return mailer
        .authMethods()
        .map(names -> Set.of(names.toUpperCase(Locale.ROOT).strip().split("\\s+")))
        .orElse(Set.of());
  }

  /** Asking for it may take a while, and is not done before it is needed. */
  private static Supplier<String> ownName(MailerRuntimeConfig mailer) {
    return mailer
        .ownHostName()
        .<Supplier<String>>map(name -> () -> name)
        .orElse(MailerSettings::canonicalName);
  }

  private static String canonicalName() {
    try {
      return InetAddress.getLocalHost().getCanonicalHostName();
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }
}
