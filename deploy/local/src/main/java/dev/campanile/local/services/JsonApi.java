package dev.campanile.local.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.campanile.local.http.LocalJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks JSON with one server, with its key where it has one. */
public final class JsonApi {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String baseUrl;
  private final @Nullable String apiKey;

  private JsonApi(String baseUrl, @Nullable String apiKey) {
    this.baseUrl = baseUrl;
    this.apiKey = apiKey;
  }

  public static JsonApi open(String baseUrl) {
    return new JsonApi(baseUrl, null);
  }

  public static JsonApi withKey(String baseUrl, String apiKey) {
    return new JsonApi(baseUrl, apiKey);
  }

  public String baseUrl() {
    return baseUrl;
  }

  public JsonNode get(String path) {
    return answer("GET", path, "application/json", "", Map.of());
  }

  public JsonNode put(String path, Object body) {
    return answer("PUT", path, "application/json", json(body), Map.of());
  }

  public JsonNode post(String path, Object body, Map<String, String> headers) {
    return answer("POST", path, "application/json", json(body), headers);
  }

  public JsonNode postText(String path, String contentType, String body) {
    return answer("POST", path, contentType, body, Map.of());
  }

  /** The answer whatever its status, for passing it on. */
  public HttpResponse<String> exchange(
      String method, String path, String contentType, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(TIMEOUT)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    if (apiKey != null) {
      request.header("Authorization", "Bearer " + apiKey);
    }
    headers.forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CannotContinue("%s %s%s had no answer: %s.".formatted(method, baseUrl, path, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotContinue("%s %s%s was interrupted.".formatted(method, baseUrl, path), e);
    }
  }

  private JsonNode answer(
      String method, String path, String contentType, String body, Map<String, String> headers) {
    HttpResponse<String> response = exchange(method, path, contentType, body, headers);
    if (response.statusCode() >= 400) {
      throw new CannotContinue(
          "%s %s%s was refused with %d: %s"
              .formatted(method, baseUrl, path, response.statusCode(), response.body()));
    }
    return response.body().isBlank()
        ? MissingNode.getInstance()
        : LocalJson.read(response.body(), JsonNode.class);
  }

  private static String json(Object body) {
    return new String(LocalJson.bytes(body), StandardCharsets.UTF_8);
  }
}
