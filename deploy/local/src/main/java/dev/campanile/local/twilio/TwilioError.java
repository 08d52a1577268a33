package dev.campanile.local.twilio;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal of the API: HTTP status, the provider's code and its sentence. */
public record TwilioError(int status, int code, String message) {
  static final TwilioError UNAUTHENTICATED = new TwilioError(401, 20003, "Authenticate");
  static final TwilioError SERVER_ERROR = new TwilioError(500, 20500, "Internal Server Error");
  static final TwilioError TO_MISSING =
      new TwilioError(400, 21604, "A 'To' phone number is required.");
  static final TwilioError FROM_MISSING =
      new TwilioError(400, 21603, "A 'From' phone number is required.");
  static final TwilioError BODY_MISSING =
      new TwilioError(400, 21619, "A text message body or media urls must be specified.");
  static final TwilioError BODY_TOO_LONG =
      new TwilioError(
          400, 21617, "The concatenated message body exceeds the 1600 character limit.");
  static final TwilioError CONTENT_MISSING = new TwilioError(400, 21654, "ContentSid Required");
  static final TwilioError CONTENT_UNKNOWN =
      new TwilioError(400, 21655, "The ContentSid is Invalid");
  static final TwilioError VARIABLES_INVALID =
      new TwilioError(400, 21656, "The ContentVariables Parameter is invalid");
  static final TwilioError CHANNEL_UNKNOWN =
      new TwilioError(
          400, 63007, "Twilio could not find a Channel with the specified From address");
  static final TwilioError UNSUBSCRIBED =
      new TwilioError(400, 21610, "Attempt to send to unsubscribed recipient");

  static TwilioError notFound(String path) {
    return new TwilioError(404, 20404, "The requested resource " + path + " was not found");
  }

  static TwilioError parameterInvalid(String message) {
    return new TwilioError(400, 20001, message);
  }

  static TwilioError toInvalid(String to) {
    return new TwilioError(400, 21211, "Invalid 'To' Phone Number: " + to);
  }

  static TwilioError toNotMobile(String to) {
    return new TwilioError(400, 21614, "To number: " + to + ", is not a mobile number");
  }

  static TwilioError fromInvalid(String from) {
    return new TwilioError(400, 21212, "Invalid From Number (caller ID): " + from);
  }

  static TwilioError callbackInvalid(String url) {
    return new TwilioError(400, 21609, "The StatusCallback URL " + url + " is not a valid URL.");
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", code);
    json.put("message", message);
    json.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    json.put("status", status);
    return json;
  }
}
