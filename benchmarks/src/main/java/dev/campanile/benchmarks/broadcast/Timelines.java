package dev.campanile.benchmarks.broadcast;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.benchmarks.company.Company;
import dev.campanile.benchmarks.installation.Patience;
import dev.campanile.benchmarks.installation.Topics;
import dev.campanile.local.http.LocalJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Whether profile-service has put every receipt on the customers' timelines.
 *
 * <p>How far its consumer is, is known to the broker only every few seconds. But it takes each
 * partition's receipts in order: when the last one of every partition is on the timeline of whom it
 * is about, all of them are.
 */
final class Timelines {
  private static final String RECEIPTS = "message.receipts";
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Topics topics;
  private final Company company;

  Timelines(Topics topics, Company company) {
    this.topics = topics;
    this.company = company;
  }

  /** Call it when the last receipt has been published. */
  void await(Duration atMost) {
    for (byte[] last : topics.lastOfEachPartition(RECEIPTS)) {
      JsonNode receipt =
          LocalJson.read(new String(last, StandardCharsets.UTF_8), JsonNode.class)
              .path("items")
              .valueStream()
              .reduce((_, later) -> later)
              .orElseThrow();
      String profile = receipt.at("/message/profileId").asText();
      Patience.await(
          "profile-service has read every receipt",
          atMost,
          PAUSE,
          () -> shows(company.timeline(profile), receipt));
    }
  }

  private static boolean shows(JsonNode timeline, JsonNode receipt) {
    String message = receipt.at("/message/id").asText();
    String kind = receipt.path("type").asText();
    return timeline
        .valueStream()
        .anyMatch(
            entry ->
                entry.path("messageId").asText().equals(message)
                    && entry.path("kind").asText().equals(kind));
  }
}
