package dev.campanile.gateway.inbound;

import dev.campanile.contracts.Channel;
import dev.campanile.gateway.keyword.Intent;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wrote.
 *
 * @param providerId the provider's id of it, the same when it is told again
 * @param from the customer's number, E.164
 * @param to ours
 * @param understood what the provider took it for, and acted on; it overrides our own reading
 */
record InboundMessage(
    String providerId,
    Channel channel,
    String from,
    String to,
    String text,
    @Nullable Intent understood,
    Instant at) {

  private static final String CHAT = "whatsapp:";
  private static final int LONGEST = 4_096;

  /** What Twilio answers by itself on a number whose keywords were left as they are. */
  private static final Set<String> PROVIDERS =
      Set.of(
          "STOP",
          "STOPALL",
          "UNSUBSCRIBE",
          "CANCEL",
          "END",
          "QUIT",
          "REVOKE",
          "OPTOUT",
          "START",
          "YES",
          "UNSTOP",
          "HELP",
          "INFO");

  /** From Twilio's fields; empty when they are not those of a message. */
  static Optional<InboundMessage> of(Map<String, String> fields, Instant at) {
    String sid = fields.getOrDefault("MessageSid", "");
    String from = fields.getOrDefault("From", "");
    String to = fields.getOrDefault("To", "");
    if (sid.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    String text = fields.getOrDefault("Body", "").replace("\0", "");
    return Optional.of(
        new InboundMessage(
            sid,
            from.startsWith(CHAT) ? Channel.CHAT : Channel.SMS,
            number(from),
            number(to),
            text.length() > LONGEST ? text.substring(0, LONGEST) : text,
            understood(fields.getOrDefault("OptOutType", "")),
            at));
  }

  /** Whether the provider answers it, being one of its own words alone or taken for one. */
  boolean isProvidersKeyword() {
    return understood != null || PROVIDERS.contains(word().toUpperCase(Locale.ROOT));
  }

  /** Without what stands around it: who writes "Stop!" is not answered twice. */
  private String word() {
    return text.replaceAll("^[\\s\\p{Punct}]+|[\\s\\p{Punct}]+$", "");
  }

  private static @Nullable Intent understood(String optOutType) {
    return switch (optOutType) {
      case "STOP" -> new Intent.Stop("STOP");
      case "START" -> new Intent.Start("START");
      case "HELP" -> new Intent.Help("HELP");
      default -> null;
    };
  }

  private static String number(String address) {
    return address.startsWith(CHAT) ? address.substring(CHAT.length()) : address;
  }
}
