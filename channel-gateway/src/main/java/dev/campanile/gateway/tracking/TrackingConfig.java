package dev.campanile.gateway.tracking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is recorded of readers. */
@ConfigMapping(prefix = "campanile.tracking")
interface TrackingConfig {

  /** When not, links lead straight to their destinations; those sent before still work. */
  @WithDefault("true")
  boolean enabled();

  /** How long an answer waits at most until what it answers is stored. */
  @WithDefault("PT1S")
  Duration patience();
}
