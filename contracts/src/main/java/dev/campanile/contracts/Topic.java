package dev.campanile.contracts;

import java.time.Duration;

/** The Kafka topics between services, and how long each keeps its records. */
public enum Topic {
  PROFILE_CONTACTS("profile.contacts", true),
  AUDIENCE_REQUESTS("audience.requests", false),
  AUDIENCE_MEMBERS("audience.members", false),
  CONTENT_PUBLISHED("content.published", true),
  RUN_CONTROLS("run.controls", true),
  CHAT_TEMPLATES("chat.templates", true),
  MESSAGE_REQUESTS_URGENT("message.requests.urgent", false),
  MESSAGE_REQUESTS_TRIGGERED("message.requests.triggered", false),
  MESSAGE_REQUESTS_BULK("message.requests.bulk", false),
  MESSAGE_RECEIPTS("message.receipts", false);

  /** Topics that carry addresses keep at most this long, so that erasure has a known last day. */
  public static final Duration RETENTION = Duration.ofDays(7);

  private final String topicName;
  private final boolean compacted;

  Topic(String topicName, boolean compacted) {
    this.topicName = topicName;
    this.compacted = compacted;
  }

  public String topicName() {
    return topicName;
  }

  /** Compacted topics keep the last record of each key; the others keep {@link #retention()}. */
  public boolean compacted() {
    return compacted;
  }

  public Duration retention() {
    return RETENTION;
  }

  public String deadLetterName() {
    return deadLetterName(topicName);
  }

  public static String deadLetterName(String topicName) {
    return topicName + ".dlq";
  }
}
