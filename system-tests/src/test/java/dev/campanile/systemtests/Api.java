package dev.campanile.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Speaks JSON with one server. */
final class Api {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String baseUrl;
  private final String key;

  Api(String baseUrl, String key) {
    this.baseUrl = baseUrl;
    this.key = key;
  }

  JsonNode get(String path) {
    return answered(call("GET", path, "application/json", "", Map.of()));
  }

  JsonNode put(String path, String body) {
    return answered(call("PUT", path, "application/json", body, Map.of()));
  }

  JsonNode putFile(String path, Path file) {
    return put(path, read(file));
  }

  JsonNode post(String path, String body, Map<String, String> headers) {
    return answered(call("POST", path, "application/json", body, headers));
  }

  JsonNode post(String path, String body) {
    return post(path, body, Map.of());
  }

  JsonNode postCsv(String path, String csv) {
    return answered(call("POST", path, "text/csv", csv, Map.of()));
  }

  /** The answer whatever its status. */
  HttpResponse<String> call(
      String method, String path, String contentType, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : baseUrl + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", contentType)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + baseUrl + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode answered(HttpResponse<String> response) {
    if (response.statusCode() >= 400) {
      throw new AssertionError(
          response.request().method()
              + " "
              + response.uri()
              + " answered "
              + response.statusCode()
              + ": "
              + response.body());
    }
    return json(response.body());
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
