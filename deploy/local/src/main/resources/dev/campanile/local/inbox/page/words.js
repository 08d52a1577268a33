// The gateway's codes in the words one would use at a kitchen table.

const REASONS = {
  NO_ADDRESS: "there is no address on this channel",
  INVALID_ADDRESS: "the address cannot be delivered to",
  SUPPRESSED_HARD: "this address bounced for good, so nothing goes there any more",
  SUPPRESSED_SOFT: "this mailbox failed again and again",
  SUPPRESSED_COMPLAINT: "a message was reported as spam, so nothing goes there any more",
  SUPPRESSED_MANUAL: "the address was taken off by hand",
  OPTED_OUT: "the customer said no",
  NO_CONSENT: "the customer never said yes to offers here",
  PAUSED_UNTIL: "the customer asked for a pause",
  OPEN_CASE: "the customer waits on a service case; advertising now would be rude",
  QUIET_HOURS: "it is too early or too late where the customer may be",
  OUTSIDE_CHAT_WINDOW: "the customer has not written in the last day and there is no approved template",
  TEMPLATE_NOT_APPROVED: "the provider has not approved the template",
  SHARED_ADDRESS: "someone at the same address got this message already",
  TEMPLATE_MISSING_VARIABLE: "the text needs something that is not known of this customer",
  TEMPLATE_ABORTED: "the text itself said not to send it",
  TEMPLATE_ERROR: "the text could not be rendered",
  PROVIDER_REJECTED: "the provider refused it",
  PROVIDER_UNAVAILABLE: "the provider could not be reached",
  RATE_LIMITED: "the provider asked for patience",
  RETRY: "the provider refused it for now",
  RECIPIENT_NOT_ALLOWED: "only those on the allow-list receive anything here",
  UNKNOWN_OUTCOME: "it may have left, and nobody knows yet",
  EXPIRED: "it came too late to be useful",
  CARD_PENDING: "the newest consent had not arrived yet",
  RUN_PAUSED: "the campaign is paused",
  RUN_CANCELLED: "the campaign was cancelled",
  KILLED: "all sending is stopped",
  ERASED: "the customer asked to be forgotten",
  MALFORMED: "the request could not be read",
};

const QUESTIONS = {
  EXPIRY: "still in time", RECIPIENT: "may receive anything here", RUN: "campaign runs", ERASURE: "not erased", CARD: "knows the customer",
  ADDRESS: "has an address", SUPPRESSION: "address not suppressed", REVOCATION: "no fresh no",
  CONSENT: "consent given", OPEN_CASE: "no open case", QUIET_HOURS: "at a decent hour",
  CHAT_WINDOW: "chat allowed", SHARED_ADDRESS: "address not used twice",
};

const CHANNELS = { EMAIL: "Email", SMS: "SMS", CHAT: "WhatsApp", PUSH: "Push" };

const STATES = {
  ACCEPTED: ["accepted", "good"], DELIVERED: ["delivered", "good"], SKIPPED: ["not sent", "bad"],
  DEFERRED: ["waits", "held"], FAILED: ["failed", "bad"], BOUNCED: ["bounced", "bad"],
  COMPLAINED: ["reported as spam", "bad"], UNKNOWN: ["unknown", "held"], UNCERTAIN: ["uncertain", "held"],
};

export const channel = (code) => CHANNELS[code] || code || "";
export const reason = (code) => REASONS[code] || code || "";
export const question = (code) => QUESTIONS[code] || code;
export const state = (code) => STATES[code] || [String(code || "").toLowerCase().replaceAll("_", " "), "info"];

export function country(code) {
  try {
    return new Intl.DisplayNames(["en"], { type: "region" }).of(code);
  } catch {
    return code || "";
  }
}

export function language(tag) {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(tag);
  } catch {
    return tag || "";
  }
}
