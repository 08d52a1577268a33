package dev.campanile.local.demo;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reason codes in plain words, beside the code. */
final class Words {
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("NO_CONSENT", "never said yes to offers"),
          Map.entry("OPTED_OUT", "said no"),
          Map.entry("NO_ADDRESS", "no address there"),
          Map.entry("INVALID_ADDRESS", "address cannot be delivered to"),
          Map.entry("OPEN_CASE", "waiting on a service case"),
          Map.entry("SUPPRESSED_HARD", "address bounced before"),
          Map.entry("SUPPRESSED_SOFT", "mailbox kept failing"),
          Map.entry("SUPPRESSED_COMPLAINT", "called us spam before"),
          Map.entry("SUPPRESSED_MANUAL", "taken off by hand"),
          Map.entry("SHARED_ADDRESS", "housemate got it already"),
          Map.entry("QUIET_HOURS", "it is night there"),
          Map.entry("PAUSED_UNTIL", "asked for a pause"),
          Map.entry("OUTSIDE_CHAT_WINDOW", "no chat in the last day"),
          Map.entry("TEMPLATE_NOT_APPROVED", "template not approved"),
          Map.entry("TEMPLATE_MISSING_VARIABLE", "order number missing"),
          Map.entry("TEMPLATE_ERROR", "text could not be rendered"),
          Map.entry("PROVIDER_REJECTED", "provider refused it"),
          Map.entry("PROVIDER_UNAVAILABLE", "provider not reachable"),
          Map.entry("EXPIRED", "too late to be useful"));

  private Words() {}

  static String reason(String code) {
    String words = REASONS.get(code);
    return words == null ? code : words + " (" + code + ")";
  }

  static String channel(String channel) {
    return switch (channel) {
      case "EMAIL" -> "email";
      case "SMS" -> "SMS";
      case "CHAT" -> "WhatsApp";
      default -> channel.toLowerCase(Locale.ROOT);
    };
  }

  /** A channel as the simulators name it. */
  static String receivedBy(String channel) {
    return channel(channel.toUpperCase(Locale.ROOT));
  }

  /** Such as {@code SMS DELIVERED}, in whichever order. */
  static String channelStatus(String name) {
    return Stream.of(name.split(" ", -1)).map(Words::channel).collect(Collectors.joining(" "));
  }

  static String number(long number) {
    return "%,d".formatted(number);
  }
}
