package dev.campanile.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.services.JsonApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The world outside the company: customers with phones, and the providers' consoles. */
final class Outside {
  private final JsonApi simulators;

  Outside(String baseUrl) {
    simulators = JsonApi.open(baseUrl);
  }

  void approveTemplates(JsonNode templates) {
    simulators.put("/simulators/twilio/templates", templates);
  }

  /** From now on the mail server does not know this recipient. */
  void mailboxIsGone(String address) {
    simulators.put(
        "/simulators/mail/behaviour",
        Map.of("rejectRecipients", Map.of(address, "550 5.1.1 No such user here")));
  }

  void sendsSms(String from, String to, String text) {
    simulators.post(
        "/simulators/inbound",
        Map.of("channel", "SMS", "from", from, "to", to, "body", text),
        Map.of());
  }

  Counts received() {
    return Counts.of(simulators.get("/simulators/received"));
  }

  /** What an address received on a channel, oldest first. */
  List<JsonNode> inbox(String channel, String address) {
    JsonNode found =
        simulators.get(
            "/simulators/messages?channel=%s&to=%s"
                .formatted(channel, URLEncoder.encode(address, StandardCharsets.UTF_8)));
    return Stream.iterate(0, at -> at < found.size(), at -> at + 1).map(found::get).toList();
  }

  /** What the receiver sees first of it. */
  static String glimpse(JsonNode message) {
    return Stream.of("subject", "body", "text")
        .map(field -> message.path(field).asText(""))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("template " + message.path("contentSid").asText())
        .lines()
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }

  static String text(@Nullable JsonNode node) {
    return Objects.requireNonNullElse(node == null ? null : node.asText(null), "");
  }
}
