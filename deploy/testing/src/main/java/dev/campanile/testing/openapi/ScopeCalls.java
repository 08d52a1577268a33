package dev.campanile.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Calls that are about who may call, and change nothing: of what is not there, with no sense. */
final class ScopeCalls {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** No JSON, no CSV and no form: whoever is let in is refused for it. */
  private static final String NONSENSE = "{\"nonsense\": ";

  /** Nobody let it in: it stopped at the key, or there is nothing at such an address. */
  private static final Set<Integer> STOPPED = Set.of(400, 401, 403, 404, 405);

  private final URI service;
  private final HttpClient http = HttpClient.newHttpClient();

  ScopeCalls(URI service) {
    this.service = service;
  }

  /** The secret of a new key with one scope. */
  String keyOf(String administrator, String scope) {
    HttpResponse<String> made =
        send(
            request("/v1/api-keys", Optional.of(administrator))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"name\": \"scopes\", \"scopes\": [\"%s\"]}".formatted(scope)))
                .build());
    return json(made).path("secret").asText();
  }

  /** Every name in it is one that nothing has. */
  String path(OpenApiOperation operation) {
    return operation.path().replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-00000000dead");
  }

  List<String> tricks(String path) {
    return List.of(
        path + ";a",
        path + "%3Ba",
        path + "/",
        "/" + path,
        path.replaceFirst("/v1/", "/v1;a/"),
        path.replaceFirst("/v1/", "/v1//"),
        path.replaceFirst("/v1/", "/./v1/"),
        path.replaceFirst("/v1/", "/%76%31/"));
  }

  int status(OpenApiOperation operation, Optional<String> key) {
    return call(operation, path(operation), key).statusCode();
  }

  /** Whether a call without a key came further than to the question for one. */
  boolean reaches(OpenApiOperation operation, String path) {
    HttpResponse<String> answer = call(operation, path, Optional.empty());
    int status = answer.statusCode();
    if (!STOPPED.contains(status)) {
      return true;
    }
    // An endpoint refuses the nonsense with a code of its own, and knows the names of what it
    // lacks.
    String detail = answer.body().startsWith("{") ? json(answer).path("detail").asText() : "";
    return (status == 400 && !answer.body().isEmpty())
        || (status == 404 && !detail.isEmpty() && !detail.startsWith("There is nothing at this"));
  }

  private HttpResponse<String> call(OpenApiOperation operation, String path, Optional<String> key) {
    String verb = operation.method().toUpperCase(Locale.ROOT);
    boolean hasBody = !verb.equals("GET") && !verb.equals("DELETE");
    return send(
        request(path, key)
            .header("Content-Type", operation.contentType())
            .method(verb, hasBody ? BodyPublishers.ofString(NONSENSE) : BodyPublishers.noBody())
            .build());
  }

  private HttpRequest.Builder request(String path, Optional<String> key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://" + service.getHost() + ":" + service.getPort() + path))
            .timeout(PATIENCE);
    key.ifPresent(it -> request.header("Authorization", "Bearer " + it));
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
