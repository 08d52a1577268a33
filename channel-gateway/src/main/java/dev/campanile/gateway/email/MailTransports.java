package dev.campanile.gateway.email;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The transport that the configuration names; the other one is not made at all. */
@Singleton
class MailTransports {

  @Produces
  @Singleton
  MailTransport transport(
      EmailConfig config, Instance<FastTransports> fast, Instance<SimpleTransports> simple) {
    return switch (config.transport()) {
      case FAST -> fast.get().make();
      case SIMPLE -> simple.get().make();
    };
  }

  void close(@Disposes MailTransport transport) {
    transport.close();
  }
}
