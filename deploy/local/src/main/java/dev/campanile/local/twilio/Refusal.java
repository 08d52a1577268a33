package dev.campanile.local.twilio;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * A refusal told to the simulator.
 *
 * @param retryAfterSeconds for the {@code Retry-After} header, or 0 for none
 */
public record Refusal(int status, int code, String message, int retryAfterSeconds) {

  public Refusal(int status, int code, @Nullable String message, int retryAfterSeconds) {
    this.status = status;
    this.code = code;
    this.message = requireNonNullElse(message, "Refused by the simulator");
    this.retryAfterSeconds = retryAfterSeconds;
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("a refusal's status is 400 to 599, not " + status);
    }
  }

  TwilioError error() {
    return new TwilioError(status, code, message);
  }
}
