package dev.campanile.gateway.twilio;

import com.twilio.exception.TwilioException;

/** The request certainly did not leave. */
final class NotConnected extends TwilioException {

  private static final long serialVersionUID = 1L;

  NotConnected(String message, Throwable cause) {
    super(message, cause);
  }
}
