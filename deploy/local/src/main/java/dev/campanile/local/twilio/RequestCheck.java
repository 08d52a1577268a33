package dev.campanile.local.twilio;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the API refuses before it takes a message. */
final class RequestCheck {
  private static final int LONGEST_BODY = 1600;
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern SENDER_NAME =
      Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 +\\-_&]{1,11}");
  private static final Pattern SHORT_CODE = Pattern.compile("\\d{3,8}");

  /** The provider's own test numbers. */
  private static final String ALWAYS_INVALID = "+15005550001";

  private static final String ALWAYS_UNSUBSCRIBED = "+15005550004";
  private static final String NEVER_MOBILE = "+15005550009";

  private final ContentTemplates templates;
  private final OptOuts optOuts;

  RequestCheck(ContentTemplates templates, OptOuts optOuts) {
    this.templates = templates;
    this.optOuts = optOuts;
  }

  Optional<TwilioError> refusalOf(SendRequest request) {
    return parties(request).or(() -> content(request)).or(() -> recipient(request));
  }

  private static Optional<TwilioError> parties(SendRequest request) {
    if (request.to().isEmpty()) {
      return Optional.of(TwilioError.TO_MISSING);
    }
    if (!E164.matcher(TwilioChannel.number(request.to())).matches()) {
      return Optional.of(TwilioError.toInvalid(request.to()));
    }
    if (request.from().isEmpty()) {
      return request.messagingServiceSid().isEmpty()
          ? Optional.of(TwilioError.FROM_MISSING)
          : Optional.empty();
    }
    if (TwilioChannel.of(request.from()) != request.channel()) {
      return Optional.of(TwilioError.CHANNEL_UNKNOWN);
    }
    return isSender(request.from())
        ? Optional.empty()
        : Optional.of(TwilioError.fromInvalid(request.from()));
  }

  private static boolean isSender(String from) {
    String number = TwilioChannel.number(from);
    return E164.matcher(number).matches()
        || SHORT_CODE.matcher(number).matches()
        || (TwilioChannel.of(from) == TwilioChannel.SMS && SENDER_NAME.matcher(number).matches());
  }

  private Optional<TwilioError> content(SendRequest request) {
    if (request.contentSid().isEmpty()) {
      return freeForm(request);
    }
    if (!Sid.isOfContent(request.contentSid()) || templates.find(request.contentSid()).isEmpty()) {
      return Optional.of(TwilioError.CONTENT_UNKNOWN);
    }
    return ContentVariables.parse(request.contentVariables()).isEmpty()
        ? Optional.of(TwilioError.VARIABLES_INVALID)
        : Optional.empty();
  }

  private static Optional<TwilioError> freeForm(SendRequest request) {
    if (!request.contentVariables().isEmpty()) {
      return Optional.of(TwilioError.CONTENT_MISSING);
    }
    if (request.body().isEmpty() && request.mediaUrls().isEmpty()) {
      return Optional.of(TwilioError.BODY_MISSING);
    }
    return request.body().length() > LONGEST_BODY
        ? Optional.of(TwilioError.BODY_TOO_LONG)
        : Optional.empty();
  }

  private Optional<TwilioError> recipient(SendRequest request) {
    if (!request.statusCallback().isEmpty() && !isHttpUrl(request.statusCallback())) {
      return Optional.of(TwilioError.callbackInvalid(request.statusCallback()));
    }
    String number = TwilioChannel.number(request.to());
    if (number.equals(ALWAYS_INVALID)) {
      return Optional.of(TwilioError.toInvalid(request.to()));
    }
    if (number.equals(NEVER_MOBILE) && request.channel() == TwilioChannel.SMS) {
      return Optional.of(TwilioError.toNotMobile(request.to()));
    }
    if (number.equals(ALWAYS_UNSUBSCRIBED) || optOuts.blocks(request.from(), request.to())) {
      return Optional.of(TwilioError.UNSUBSCRIBED);
    }
    return Optional.empty();
  }

  private static boolean isHttpUrl(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
