package dev.campanile.local.twilio;

import dev.campanile.local.http.Fields;
import java.util.List;

/** The form by which a message is created; what is missing is empty. */
record SendRequest(
    String to,
    String from,
    String messagingServiceSid,
    String body,
    List<String> mediaUrls,
    String contentSid,
    String contentVariables,
    String statusCallback) {

  static SendRequest of(Fields form) {
    return new SendRequest(
        form.first("To").orElse(""),
        form.first("From").orElse(""),
        form.first("MessagingServiceSid").orElse(""),
        form.first("Body").orElse(""),
        form.all("MediaUrl"),
        form.first("ContentSid").orElse(""),
        form.first("ContentVariables").orElse(""),
        form.first("StatusCallback").orElse(""));
  }

  TwilioChannel channel() {
    return TwilioChannel.of(to);
  }
}
