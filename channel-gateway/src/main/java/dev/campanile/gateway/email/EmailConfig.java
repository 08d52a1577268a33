package dev.campanile.gateway.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code campanile.email.*}; the server itself is {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "campanile.email")
public interface EmailConfig {

  /** For a whole hand-off, waiting for a connection included. */
  @WithDefault("PT20S")
  Duration timeout();

  /** So many time-outs in a row, and the client with its stuck connections is replaced. */
  @WithDefault("3")
  int timeoutsUntilRebuilt();
}
