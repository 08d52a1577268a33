package dev.campanile.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.terminal.Style;
import dev.campanile.local.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what happened to the four, from what the services and the phones say. */
final class Stories {
  private static final int GLIMPSE = 64;

  private final Terminal terminal;
  private final Company company;
  private final Outside outside;
  private final List<SentMessage> sent;

  Stories(Terminal terminal, Company company, Outside outside, List<SentMessage> sent) {
    this.terminal = terminal;
    this.company = company;
    this.outside = outside;
    this.sent = sent;
  }

  void tell() {
    for (Cast one : Cast.values()) {
      JsonNode profile =
          company
              .profile(one.externalId())
              .orElseThrow(
                  () -> new CannotContinue("There is no customer " + one.externalId() + "."));
      terminal.blank();
      terminal.line(
          "  "
              + terminal.styled(Style.BOLD, name(profile))
              + terminal.styled(
                  Style.DIM, "  " + one.externalId() + ", " + profile.path("country").asText()));
      terminal.line("  " + beginning(one));
      for (SentMessage message : sent) {
        messageOf(profile, message).ifPresent(facts -> tell(message, facts, profile));
      }
    }
  }

  /** The message of a run to a customer, with its trace. */
  Optional<MessageFacts> messageOf(JsonNode profile, SentMessage message) {
    for (JsonNode each : company.messagesOf(profile.path("id").asText())) {
      MessageFacts facts = new MessageFacts(each);
      if (facts.ofRun(message.runId())) {
        return Optional.of(new MessageFacts(company.message(facts.id())));
      }
    }
    return Optional.empty();
  }

  private static String beginning(Cast one) {
    return switch (one) {
      case SAID_STOP -> "She likes a text message best. This morning she answered one with STOP.";
      case HAS_AN_OPEN_CASE -> "He waits for an answer: a bottle of oil arrived broken.";
      case PREFERS_CHAT -> "She reads WhatsApp and nothing else before lunch.";
      case MOVED_AWAY -> "He left his old mail provider without telling the grocer.";
    };
  }

  private void tell(SentMessage message, MessageFacts facts, JsonNode profile) {
    String mark =
        facts.handedOver() ? terminal.styled(Style.GREEN, "✓") : terminal.styled(Style.YELLOW, "–");
    terminal.line("    %s %-24s %s".formatted(mark, message.key(), outcome(facts)));
    if (facts.handedOver()) {
      String seen = glimpse(facts.channel(), profile);
      if (!seen.isEmpty()) {
        terminal.line("      %-24s %s".formatted("", terminal.styled(Style.DIM, "“" + seen + "”")));
      }
    }
    String refusals = refusals(facts);
    if (!refusals.isEmpty()) {
      terminal.line("      %-24s %s".formatted("", terminal.styled(Style.DIM, refusals)));
    }
  }

  private static String outcome(MessageFacts facts) {
    return switch (facts.state()) {
      case "ACCEPTED" -> "by " + Words.channel(facts.channel()) + ", accepted";
      case "DELIVERED" -> "by " + Words.channel(facts.channel()) + ", delivered to the handset";
      case "SKIPPED" -> "not sent: " + Words.reason(facts.reason());
      case "DEFERRED" -> "waits: " + Words.reason(facts.reason());
      case "FAILED" ->
          "failed: "
              + Words.reason(facts.reason())
              + (facts.answer().isEmpty() ? "" : ", “" + shortened(facts.answer()) + "”");
      default -> facts.state();
    };
  }

  private static String refusals(MessageFacts facts) {
    return facts.candidates().stream()
        .filter(candidate -> !candidate.reason().isEmpty())
        .map(
            candidate ->
                "%s: %s%s"
                    .formatted(
                        Words.channel(candidate.channel()),
                        candidate.reason(),
                        candidate.detail().isEmpty() ? "" : ", " + candidate.detail()))
        .collect(Collectors.joining(" · "));
  }

  private String glimpse(String channel, JsonNode profile) {
    for (JsonNode address : profile.path("addresses")) {
      if (address.path("channel").asText().equals(channel)) {
        List<JsonNode> inbox = outside.inbox(channel, address.path("address").asText());
        return inbox.isEmpty() ? "" : shortened(Outside.glimpse(inbox.getLast()));
      }
    }
    return "";
  }

  private static String shortened(String text) {
    return text.length() <= GLIMPSE ? text : text.substring(0, GLIMPSE - 1) + "…";
  }

  static String name(JsonNode profile) {
    return (profile.path("firstName").asText("") + " " + profile.path("lastName").asText(""))
        .strip();
  }
}
