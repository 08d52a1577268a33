package dev.campanile.local.simulators;

import dev.campanile.contracts.Channel;
import dev.campanile.local.mail.MailContent;
import dev.campanile.local.mail.ReceivedMail;
import dev.campanile.local.twilio.ContentAction;
import dev.campanile.local.twilio.TwilioChannel;
import dev.campanile.local.twilio.TwilioMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A message as the control API shows it, the same shape for every channel; what a channel does not
 * have is empty.
 *
 * @param to a mail address, or a number without a channel's prefix
 * @param buttons of a chat's template, filled
 * @param status {@code accepted} for mail, otherwise the provider's word
 * @param errorCode the provider's, or 0
 * @param messageId a mail's Message-ID, with its angle brackets
 * @param statusCallback where the provider tells what becomes of it
 * @param answers what a customer who wrote it was answered at once
 */
public record SimulatedMessage(
    String id,
    Channel channel,
    String to,
    String from,
    String subject,
    String html,
    String text,
    Map<String, String> headers,
    String body,
    String contentSid,
    Map<String, String> contentVariables,
    List<ContentAction> buttons,
    String mediaUrl,
    String status,
    int errorCode,
    Instant receivedAt,
    String messageId,
    String statusCallback,
    List<String> answers) {

  static SimulatedMessage of(ReceivedMail mail) {
    MailContent content = mail.content();
    return new SimulatedMessage(
        mail.id(),
        Channel.EMAIL,
        String.join(", ", mail.recipients()),
        content.headers().getOrDefault("From", mail.from()),
        content.subject(),
        content.html(),
        content.text(),
        content.headers(),
        "",
        "",
        Map.of(),
        List.of(),
        "",
        "accepted",
        0,
        mail.receivedAt(),
        content.messageId(),
        "",
        List.of());
  }

  static SimulatedMessage of(TwilioMessage message) {
    return of(message, List.of());
  }

  static SimulatedMessage of(TwilioMessage message, List<String> answers) {
    return new SimulatedMessage(
        message.sid(),
        channelOf(message.channel()),
        TwilioChannel.number(message.to()),
        TwilioChannel.number(message.from()),
        "",
        "",
        "",
        Map.of(),
        message.body(),
        message.contentSid(),
        message.contentVariables(),
        message.buttons(),
        message.mediaUrls().isEmpty() ? "" : message.mediaUrls().get(0),
        message.status().wireName(),
        message.errorCode(),
        message.createdAt(),
        "",
        message.statusCallback(),
        answers);
  }

  private static Channel channelOf(TwilioChannel channel) {
    return switch (channel) {
      case SMS -> Channel.SMS;
      case CHAT -> Channel.CHAT;
    };
  }
}
