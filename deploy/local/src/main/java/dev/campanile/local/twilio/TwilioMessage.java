package dev.campanile.local.twilio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message the provider took, or heard from a customer.
 *
 * @param from and {@code to} as the API writes them, with {@code whatsapp:} where it is chat
 * @param buttons those of the template, filled
 * @param statusCallback where changes are told, or empty
 * @param errorCode why it failed, or 0
 * @param sentAt when it left, once it has
 */
public record TwilioMessage(
    String sid,
    TwilioChannel channel,
    boolean inbound,
    String from,
    String to,
    String body,
    List<String> mediaUrls,
    String contentSid,
    Map<String, String> contentVariables,
    List<ContentAction> buttons,
    String statusCallback,
    MessageStatus status,
    int errorCode,
    Instant createdAt,
    @Nullable Instant sentAt,
    Instant updatedAt) {

  TwilioMessage with(CourseStep step, Instant now) {
    Instant sent = step.status() == MessageStatus.SENT ? now : sentAt;
    return new TwilioMessage(
        sid,
        channel,
        inbound,
        from,
        to,
        body,
        mediaUrls,
        contentSid,
        contentVariables,
        buttons,
        statusCallback,
        step.status(),
        step.errorCode(),
        createdAt,
        sent,
        now);
  }

  /** The time by which the list of messages is filtered. */
  Instant listedAt() {
    return sentAt == null ? createdAt : sentAt;
  }
}
