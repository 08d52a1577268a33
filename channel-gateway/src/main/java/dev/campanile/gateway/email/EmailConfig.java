package dev.campanile.gateway.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** {@code campanile.email.*}; the server itself is {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "campanile.email")
public interface EmailConfig {

  /** What carries mails to the server. */
  enum Transport {
    /** Our own client. */
    FAST,
    /** The client inside quarkus-mailer. */
    SIMPLE
  }

  @WithDefault("FAST")
  Transport transport();

  /** For a whole hand-off, waiting for a connection included. */
  @WithDefault("PT20S")
  Duration timeout();

  /**
   * For SIMPLE: so many time-outs in a row, and the client with its stuck connections is replaced.
   */
  @WithDefault("3")
  int timeoutsUntilRebuilt();

  /** For FAST. SIMPLE has {@code quarkus.mailer.dkim.*}, which FAST reads when this is not set. */
  Dkim dkim();

  /** All three, or none and no mail is signed. */
  interface Dkim {

    Optional<String> domain();

    Optional<String> selector();

    /** PEM of PKCS#8, or the path of a file with it; RSA or Ed25519. */
    Optional<String> privateKey();
  }
}
