package dev.campanile.gateway.twilio;

import com.twilio.exception.TwilioException;
import java.time.Duration;

/** 429: the provider did not take it, and says when to come again. */
final class Throttled extends TwilioException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  Throttled(Duration retryAfter) {
    super("HTTP 429");
    this.retryAfter = retryAfter;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
