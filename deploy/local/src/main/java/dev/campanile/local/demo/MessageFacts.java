package dev.campanile.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gateway knows of one message, as {@code GET /v1/messages/{id}} tells it. */
record MessageFacts(JsonNode json) {

  /** One channel the gate looked at, and why it refused; no reason where it did not. */
  record Candidate(String channel, String reason, String detail) {}

  String id() {
    return first("id", "messageId");
  }

  boolean ofRun(String runId) {
    return runId.equals(Outside.text(json.findValue("runId")))
        || runId.equals(Outside.text(json.findValue("run")));
  }

  String state() {
    return json.path("state").asText();
  }

  String channel() {
    return json.path("channel").asText("");
  }

  String reason() {
    return json.path("reason").asText("");
  }

  String answer() {
    JsonNode answer = json.path("answer");
    return answer.isTextual() ? answer.asText() : Outside.text(json.findValue("answer"));
  }

  boolean handedOver() {
    return switch (state()) {
      case "ACCEPTED", "DELIVERED", "BOUNCED", "COMPLAINED" -> true;
      default -> false;
    };
  }

  List<Candidate> candidates() {
    JsonNode found = json.findValue("candidates");
    List<Candidate> candidates = new ArrayList<>();
    if (found != null) {
      for (JsonNode candidate : found) {
        JsonNode refused = candidate.path("refused");
        candidates.add(
            new Candidate(
                candidate.path("channel").asText(),
                refused.path("reason").asText(""),
                refused.path("detail").asText("")));
      }
    }
    return candidates;
  }

  private String first(String... names) {
    for (String name : names) {
      @Nullable JsonNode value = json.get(name);
      if (value != null && value.isTextual()) {
        return value.asText();
      }
    }
    return "";
  }
}
