package dev.campanile.gateway.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.HandOff.InDoubt;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import dev.campanile.gateway.channel.ProviderAnswer;
import java.time.Duration;

/**
 * What a failed request means for its message. There is no idempotency key: whatever may have been
 * taken is a doubt, never a reason to ask again.
 */
final class TwilioAnswers {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LATER = Duration.ofMinutes(1);

  private TwilioAnswers() {}

  static HandOff of(TwilioException failure) {
    return switch (failure) {
      case Throttled throttled ->
          new RefusedForNow(Reason.RATE_LIMITED, throttled.retryAfter(), "429");
      case NotConnected _ ->
          new RefusedForNow(
              Reason.PROVIDER_UNAVAILABLE,
              SOON,
              "not connected: " + ProviderAnswer.of(failure.getMessage()));
      case ApiException api -> ofStatus(api);
      default -> new InDoubt("no answer: " + ProviderAnswer.of(failure.getMessage()));
    };
  }

  private static HandOff ofStatus(ApiException api) {
    Integer status = api.getStatusCode();
    String answer = ProviderAnswer.of(api.getMessage());
    if (status == null || status < 400 || status >= 500) {
      return new InDoubt("HTTP " + status + ": " + answer);
    }
    int code = api.getCode() == null ? status : api.getCode();
    if (status == 401 || status == 403 || status == 408) {
      // Our account, or a request that did not arrive whole: nothing the customer's number did.
      return new RefusedForNow(Reason.PROVIDER_UNAVAILABLE, LATER, code + " " + answer);
    }
    if (code == TwilioCodes.QUEUE_FULL) {
      return new RefusedForNow(Reason.RATE_LIMITED, LATER, code + " " + answer);
    }
    return new Refused(reason(code), Integer.toString(code), answer, TwilioCodes.finding(code));
  }

  private static Reason reason(int code) {
    return switch (code) {
      case TwilioCodes.OPTED_OUT -> Reason.OPTED_OUT;
      case TwilioCodes.OUTSIDE_CHAT_WINDOW -> Reason.OUTSIDE_CHAT_WINDOW;
      default -> Reason.PROVIDER_REJECTED;
    };
  }
}
