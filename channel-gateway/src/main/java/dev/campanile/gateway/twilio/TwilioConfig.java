package dev.campanile.gateway.twilio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** {@code campanile.twilio.*} */
@ConfigMapping(prefix = "campanile.twilio")
public interface TwilioConfig {

  String accountSid();

  String authToken();

  /** Instead of Twilio's own addresses; for a simulator. */
  Optional<URI> baseUrl();

  @WithDefault("PT5S")
  Duration connectTimeout();

  /** For an answer, once connected. */
  @WithDefault("PT10S")
  Duration answerTimeout();

  /** Hand-offs under way at once, for each of SMS and chat. */
  @WithDefault("16")
  int concurrency();

  /** A hand-off whose answer was lost is asked about then, if no callback has told. */
  @WithDefault("PT10S")
  Duration reconcileAfter();

  /** How long the provider's word on a chat template is good for. */
  @WithDefault("PT10M")
  Duration approvalAge();
}
