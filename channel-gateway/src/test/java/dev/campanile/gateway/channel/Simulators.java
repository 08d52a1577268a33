package dev.campanile.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.campanile.testing.LocalPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The local platform's mail server and Twilio, told how to behave; one for all adapter tests. */
public final class Simulators {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private Simulators() {}

  private static final class Started {
    static final LocalPlatform PLATFORM = start();

    private static LocalPlatform start() {
      LocalPlatform platform = LocalPlatform.start();
      Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
      return platform;
    }
  }

  public static JsonNode addresses() {
    return Started.PLATFORM.addresses();
  }

  public static void mailBehaves(String behaviour) {
    call("PUT", "/simulators/mail/behaviour", behaviour);
  }

  public static void twilioBehaves(String behaviour) {
    call("PUT", "/simulators/twilio/behaviour", behaviour);
  }

  public static void reset() {
    call("DELETE", "/simulators/behaviour", "");
    call("DELETE", "/simulators/messages", "");
  }

  /**
   * What one receiver got.
   *
   * @param to percent-encoded
   */
  public static JsonNode received(String channel, String to) {
    return call("GET", "/simulators/messages?channel=" + channel + "&to=" + to, "");
  }

  public static void send(String method, String path, String body) {
    call(method, path, body);
  }

  private static JsonNode call(String method, String path, String body) {
    var uri = URI.create(addresses().at("/simulators/baseUrl").asText() + path);
    try {
      var answer =
          HTTP.send(
              HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body)).build(),
              BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + path + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
