package dev.campanile.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Channel;
import dev.campanile.systemtests.invariant.Copy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the gateway says of messages, beside what the simulated providers really got. */
final class Ledger {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Installation installation;

  Ledger(Installation installation) {
    this.installation = installation;
  }

  /** Every message of a run as the gateway lists it. */
  List<JsonNode> messagesOf(String runId) {
    List<JsonNode> messages = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          installation.gateway().get("/v1/messages?run=" + runId + "&limit=200" + cursor);
      page.get("data").forEach(messages::add);
      JsonNode next = page.get("nextCursor");
      cursor = next == null || next.isNull() ? "" : "&cursor=" + next.asText();
    } while (!cursor.isEmpty());
    return messages;
  }

  JsonNode countsOf(String runId) {
    return installation.gateway().get("/v1/runs/" + runId + "/ledger");
  }

  /** All that the providers got. */
  List<Copy> copies() {
    List<Copy> copies = new ArrayList<>();
    for (Channel channel : List.of(Channel.EMAIL, Channel.SMS, Channel.CHAT)) {
      for (JsonNode message :
          installation.simulators().get("/simulators/messages?channel=" + channel)) {
        copies.add(
            new Copy(
                idIn(message),
                channel,
                message.get("to").asText(),
                Instant.parse(message.get("receivedAt").asText())));
      }
    }
    return copies;
  }

  /** In the Message-ID of a mail, in the callback address of the others. */
  private static String idIn(JsonNode message) {
    Matcher id =
        UUID.matcher(message.path("messageId").asText() + message.path("statusCallback").asText());
    if (!id.find()) {
      throw new AssertionError("no message id in " + message);
    }
    return id.group();
  }
}
