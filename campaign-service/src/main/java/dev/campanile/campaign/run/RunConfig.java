package dev.campanile.campaign.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How runs are sent. */
@ConfigMapping(prefix = "campanile.run")
public interface RunConfig {

  /** How many messages of one run the gateway may have without having answered. */
  @WithDefault("20000")
  int maxUnanswered();
}
