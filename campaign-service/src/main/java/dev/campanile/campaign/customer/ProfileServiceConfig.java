package dev.campanile.campaign.customer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where profile-service is. */
@ConfigMapping(prefix = "campanile.profile-service")
public interface ProfileServiceConfig {

  Optional<URI> url();

  /** One that may read. */
  Optional<String> key();

  /** How long its answer is waited for: longer than it gives its slowest, an estimate (10 s). */
  @WithDefault("PT12S")
  Duration timeout();
}
