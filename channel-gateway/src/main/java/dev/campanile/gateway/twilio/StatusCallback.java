package dev.campanile.gateway.twilio;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.DeliveryReport;
import dev.campanile.gateway.channel.DeliveryStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a verified status callback. */
final class StatusCallback {

  private StatusCallback() {}

  /** Empty when it is about nothing of ours, or says nothing we keep. */
  static Optional<DeliveryReport> read(
      @Nullable String message, @Nullable String attempt, Map<String, String> fields, Instant at) {
    String sid = fields.get("MessageSid");
    Optional<DeliveryStatus> status = status(fields.getOrDefault("MessageStatus", ""));
    if (message == null || attempt == null || sid == null || status.isEmpty()) {
      return Optional.empty();
    }
    String code = fields.get("ErrorCode");
    boolean chat = fields.getOrDefault("To", "").startsWith(ChatAdapter.PREFIX);
    try {
      return Optional.of(
          new DeliveryReport(
              MessageId.of(message),
              Integer.parseInt(attempt),
              chat ? Channel.CHAT : Channel.SMS,
              sid,
              status.get(),
              code,
              TwilioCodes.finding(code == null ? null : Integer.valueOf(code)),
              at));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Whatever Twilio says of a message, it has it: also that settles a lost answer. */
  static Optional<DeliveryStatus> status(String twilio) {
    return switch (twilio) {
      case "accepted", "scheduled", "queued", "sending", "sent" -> Optional.of(DeliveryStatus.SENT);
      case "delivered", "read" -> Optional.of(DeliveryStatus.DELIVERED);
      case "undelivered" -> Optional.of(DeliveryStatus.UNDELIVERED);
      case "failed", "canceled" -> Optional.of(DeliveryStatus.FAILED);
      default -> Optional.empty();
    };
  }
}
