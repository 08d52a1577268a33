package dev.campanile.local.twilio;

/** What the API made of a request to send. */
sealed interface SendOutcome {

  record Taken(TwilioMessage message) implements SendOutcome {}

  record Refused(TwilioError error, int retryAfterSeconds) implements SendOutcome {}
}
