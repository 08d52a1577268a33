package dev.campanile.gateway.inbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code campanile.inbound.*} */
@ConfigMapping(prefix = "campanile.inbound")
public interface InboundConfig {

  /** Who confirms an SMS keyword. Chat has no such service of the provider: there we answer. */
  @WithDefault("PROVIDER")
  OptOutReplies optOutReplies();
}
