package dev.campanile.gateway.recipient;

import dev.campanile.gateway.gate.AllowList;
import dev.campanile.gateway.twilio.TwilioConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Real providers reach real people: that must be meant, or bounded by an allow-list. */
@ApplicationScoped
class RealProviders {

  private final AllowList allowList;
  private final String smtpHost;
  private final String twilioHost;
  private final boolean production;

  RealProviders(
      AllowList allowList,
      TwilioConfig twilio,
      @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost") String smtpHost,
      @ConfigProperty(name = "campanile.production", defaultValue = "false") boolean production) {
    this.allowList = allowList;
    this.smtpHost = smtpHost;
    this.twilioHost = twilio.baseUrl().map(URI::getHost).orElse("api.twilio.com");
    this.production = production;
  }

  /** Before anything can be sent. */
  void check(@Observes @Priority(1) StartupEvent event) {
    check(allowList, smtpHost, twilioHost, production);
  }

  static void check(AllowList allowList, String smtpHost, String twilioHost, boolean production) {
    if (production || !allowList.everybody()) {
      return;
    }
    String real =
        !Loopback.is(smtpHost)
            ? "the mail server " + smtpHost
            : !Loopback.is(twilioHost) ? "the Twilio API at " + twilioHost : "";
    if (!real.isEmpty()) {
      throw new IllegalStateException(
          "This gateway would send through "
              + real
              + ", which reaches real people. Set CAMPANILE_ALLOW_LIST to the addresses it may"
              + " write to (ana@example.com, @example.com, +393331234567), or, when it may write"
              + " to everybody, CAMPANILE_PRODUCTION=true.");
    }
  }
}
