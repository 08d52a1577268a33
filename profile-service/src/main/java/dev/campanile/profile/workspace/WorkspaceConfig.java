package dev.campanile.profile.workspace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** What holds for a customer of whom nothing else is known. */
@ConfigMapping(prefix = "campanile.workspace")
public interface WorkspaceConfig {

  /** IANA id. */
  @WithDefault("UTC")
  ZoneId zone();

  /** BCP 47. */
  @WithDefault("en")
  String locale();
}
