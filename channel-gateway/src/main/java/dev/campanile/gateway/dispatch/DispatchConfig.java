package dev.campanile.gateway.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are handed off. */
@ConfigMapping(prefix = "campanile.dispatch")
public interface DispatchConfig {

  /** A permission to send ends then, by the database's clock. Outlasts every adapter's time-out. */
  @WithDefault("PT30S")
  Duration lease();

  /** A decision of the gate older than this is made again before anything leaves. */
  @WithDefault("PT1M")
  Duration decisionAge();

  /** Messages a dispatcher takes of one run before it is the next run's turn. */
  @WithDefault("1000")
  int turn();

  @WithDefault("PT5S")
  Duration firstRetry();

  @WithDefault("PT15M")
  Duration longestRetry();

  /** Hand-offs of one message at most; a provider's rate limit does not count. */
  @WithDefault("12")
  int attempts();
}
