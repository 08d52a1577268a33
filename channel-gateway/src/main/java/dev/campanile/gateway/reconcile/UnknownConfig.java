package dev.campanile.gateway.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a message that may have left stays open. */
@ConfigMapping(prefix = "campanile.unknown")
public interface UnknownConfig {

  /** Time for a callback before a transactional message is tried once more. */
  @WithDefault("PT1M")
  Duration retryAfter();

  /** Then nobody will ever know. */
  @WithDefault("PT1H")
  Duration uncertainAfter();
}
