package dev.campanile.benchmarks.transactional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.http.LocalJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks campaign-service for messages, at their times, whether or not it answers in time. */
final class Requests implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int ACCEPTED = 300;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;
  private final String key;
  private final List<String> customers;

  /**
   * @param customers external ids of whom it is written to, in turns
   */
  Requests(String campaignService, String key, List<String> customers) {
    this.url = URI.create(campaignService + "/v1/messages");
    this.key = key;
    this.customers = customers;
  }

  /** Makes all of them, and waits for the answers. */
  List<Sent> make(Schedule schedule) {
    return IntStream.range(0, schedule.requests())
        .mapToObj(request -> make(schedule, request))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private CompletableFuture<Sent> make(Schedule schedule, int number) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body(number)))
            .build();
    long due = schedule.dueMicros(number);
    schedule.awaitTurn(number);
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
        .handle(
            (response, _) -> new Sent(due, nowMicros(), outcomeOf(response), messageIn(response)));
  }

  private byte[] body(int number) {
    return LocalJson.bytes(
        Map.of(
            "content",
            "receipt",
            "to",
            Map.of("externalId", customers.get(number % customers.size())),
            "data",
            Map.of("orderNumber", "S-" + number),
            "channels",
            List.of("EMAIL")));
  }

  private static String outcomeOf(@Nullable HttpResponse<String> response) {
    return response == null ? "no answer" : Integer.toString(response.statusCode());
  }

  private static @Nullable UUID messageIn(@Nullable HttpResponse<String> response) {
    if (response == null || response.statusCode() >= ACCEPTED) {
      return null;
    }
    JsonNode message = LocalJson.read(response.body(), JsonNode.class);
    return UUID.fromString(message.path("messageId").asText());
  }

  private static long nowMicros() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
