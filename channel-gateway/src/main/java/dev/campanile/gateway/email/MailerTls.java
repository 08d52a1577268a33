package dev.campanile.gateway.email;

import dev.campanile.gateway.email.smtp.SmtpSettings.Encryption;
import dev.campanile.gateway.email.smtp.SmtpSettings.Tls;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.TrustStoreConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.net.JksOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** What {@code quarkus.mailer.*} says about TLS: whom to trust, and whether there must be any. */
@Singleton
class MailerTls {

  private final TlsConfigurationRegistry registry;
  private final Vertx vertx;

  MailerTls(TlsConfigurationRegistry registry, Vertx vertx) {
    this.registry = registry;
    this.vertx = vertx;
  }

  Tls of(MailerRuntimeConfig mailer) {
    try {
      return mailer.tlsConfigurationName().isPresent() ? named(mailer) : own(mailer);
    } catch (Exception e) {
      throw new IllegalStateException("the mailer's TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private Tls named(MailerRuntimeConfig mailer) throws Exception {
    String name = mailer.tlsConfigurationName().orElseThrow();
    TlsConfiguration tls =
        registry
            .get(name)
            .orElseThrow(() -> new IllegalStateException("there is no TLS configuration " + name));
    boolean verify =
        !tls.isTrustAll()
            && !tls.getHostnameVerificationAlgorithm().orElse("HTTPS").equalsIgnoreCase("NONE");
    return new Tls(encryption(mailer, true), tls.createSSLContext(), verify);
  }

  private Tls own(MailerRuntimeConfig mailer) throws Exception {
    boolean trustAll =
        mailer
            .trustAll()
            .orElseGet(() -> registry.getDefault().map(TlsConfiguration::isTrustAll).orElse(false));
    return new Tls(encryption(mailer, mailer.ssl()), context(mailer, trustAll), !trustAll);
  }

  private SSLContext context(MailerRuntimeConfig mailer, boolean trustAll) throws Exception {
    TrustManager[] trusted = null;
    TrustOptions store = trustAll ? null : trustStore(mailer);
    if (trustAll) {
      trusted = new TrustManager[] {new TrustsAll()};
    } else if (store != null) {
      trusted = store.getTrustManagerFactory(vertx).getTrustManagers();
    }
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trusted, null);
    return context;
  }

  private static @Nullable TrustOptions trustStore(MailerRuntimeConfig mailer) {
    TrustStoreConfig store = mailer.truststore();
    if (mailer.keyStore().isPresent()) {
      return jks(mailer.keyStore().get(), mailer.keyStorePassword().orElse(null));
    }
    if (!store.isConfigured()) {
      return null;
    }
    List<String> paths = store.paths().orElse(List.of());
    if (paths.isEmpty()) {
      throw new IllegalStateException("quarkus.mailer.truststore.paths is empty");
    }
    String path = paths.getFirst();
    String password = store.password().orElse(null);
    String type = store.type().orElse(path).toUpperCase(Locale.ROOT);
    if (type.endsWith("JKS")) {
      return jks(path, password);
    }
    if (type.endsWith("PKCS12") || type.endsWith(".P12") || type.endsWith(".PFX")) {
      PfxOptions options = new PfxOptions().setPath(path);
      return password == null ? options : options.setPassword(password);
    }
    PemTrustOptions pem = new PemTrustOptions();
    paths.forEach(pem::addCertPath);
    return pem;
  }

  private static JksOptions jks(String path, @Nullable String password) {
    JksOptions options = new JksOptions().setPath(path);
    return password == null ? options : options.setPassword(password);
  }

  private static Encryption encryption(MailerRuntimeConfig mailer, boolean implicitByDefault) {
    return mailer.tls().orElse(implicitByDefault)
        ? Encryption.IMPLICIT
        : Encryption.valueOf(mailer.startTLS().toUpperCase(Locale.ROOT));
  }
}
