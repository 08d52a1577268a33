package dev.campanile.gateway.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.RunId;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What can be seen from outside: the gateway's API, and what providers received. */
@ApplicationScoped
public class Seen {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final JsonMapper JSON = new JsonMapper();

  private final String simulators;
  private final HttpClient http = HttpClient.newHttpClient();
  private final TestClock clock;

  Seen(@ConfigProperty(name = "test.simulators.url") String simulators, TestClock clock) {
    this.simulators = simulators;
    this.clock = clock;
  }

  public void awaitState(MessageId message, String state) {
    await(message + " becomes " + state, () -> state(message).equals(state));
  }

  public void awaitBooks(RunId run, String term, int messages) {
    await(
        term + " of " + run,
        () -> get("/v1/runs/" + run + "/ledger").at("/books/" + term).asInt() == messages);
  }

  /** Business time goes on while we wait: a request that overtook its card is gated again. */
  public void await(String what, Callable<Boolean> happened) {
    await(what, POLL, happened);
  }

  /**
   * @param step business time between two looks
   */
  public void await(String what, Duration step, Callable<Boolean> happened) {
    Awaitility.await(what)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(POLL)
        .until(
            () -> {
              clock.advance(step);
              return happened.call();
            });
  }

  public String state(MessageId message) {
    return get("/v1/messages/" + message).path("state").asText();
  }

  public JsonNode get(String path) {
    try {
      return JSON.readTree(
          RestAssured.given()
              .header("Authorization", "Bearer " + PlatformResource.API_KEY)
              .get(path)
              .asString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many messages a receiver got. */
  public int received(String channel, String to) {
    return simulators(
            "GET",
            "/simulators/messages?channel="
                + channel
                + "&to="
                + URLEncoder.encode(to, StandardCharsets.UTF_8),
            "")
        .size();
  }

  /** The only message a receiver got. */
  public JsonNode message(String channel, String to) {
    JsonNode messages =
        simulators(
            "GET",
            "/simulators/messages?channel="
                + channel
                + "&to="
                + URLEncoder.encode(to, StandardCharsets.UTF_8),
            "");
    return messages.get(0);
  }

  /** The only template that the provider keeps from now on; it has a button. */
  public void providerKeeps(String sid, boolean approved, String text) {
    simulators(
        "PUT",
        "/simulators/twilio/templates",
        """
        [{"sid": "%s", "friendlyName": "t", "language": "it", "approved": %s, "body": "%s",
          "actions": [{"title": "A casa"}]}]"""
            .formatted(sid, approved, text));
  }

  public void mailBehaves(String behaviour) {
    simulators("PUT", "/simulators/mail/behaviour", behaviour);
  }

  public void twilioBehaves(String behaviour) {
    simulators("PUT", "/simulators/twilio/behaviour", behaviour);
  }

  public void providersBehave() {
    simulators("DELETE", "/simulators/behaviour", "");
  }

  private JsonNode simulators(String method, String path, String body) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(simulators + path))
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
