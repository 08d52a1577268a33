package dev.campanile.testing.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes of an operation's examples a request. */
final class ExampleRequest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OpenApiDocument document;
  private final URI baseUrl;
  private final String key;

  ExampleRequest(OpenApiDocument document, URI baseUrl, String key) {
    this.document = document;
    this.baseUrl = baseUrl;
    this.key = key;
  }

  /**
   * @param actual what stands here for what the document says
   * @throws IllegalArgumentException when something the operation needs has no example
   */
  HttpRequest of(OpenApiOperation operation, Map<String, String> actual, Optional<String> tag) {
    HttpRequest.Builder request = builder(operation, actual, true);
    if (operation.takes("Idempotency-Key")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    tag.ifPresent(current -> request.header("If-Match", current));
    content(operation).ifPresent(content -> request.header("Content-Type", content.getKey()));
    return request
        .method(operation.method().toUpperCase(Locale.ROOT), publisher(operation, actual))
        .build();
  }

  /** A look at what the operation would write on. */
  HttpRequest read(OpenApiOperation operation, Map<String, String> actual) {
    return builder(operation, actual, false).GET().build();
  }

  private HttpRequest.Builder builder(
      OpenApiOperation operation, Map<String, String> actual, boolean withQuery) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (JsonNode given : operation.parameters()) {
      JsonNode parameter = document.resolved(given);
      String name = parameter.path("name").asText();
      Optional<String> example = example(parameter).map(value -> replaced(value, actual));
      switch (parameter.path("in").asText()) {
        case "path" ->
            path =
                path.replace(
                    "{" + name + "}",
                    encoded(
                        example.orElseThrow(
                            () -> new IllegalArgumentException("{" + name + "} has no example"))));
        case "query" -> {
          if (example.isEmpty() && parameter.path("required").asBoolean()) {
            throw new IllegalArgumentException("?" + name + " has no example");
          }
          example.ifPresent(value -> query.add(name + "=" + encoded(value)));
        }
        default -> {}
      }
    }
    String suffix = withQuery && !query.isEmpty() ? "?" + String.join("&", query) : "";
    return HttpRequest.newBuilder(URI.create(baseUrl + path + suffix))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key);
  }

  private HttpRequest.BodyPublisher publisher(
      OpenApiOperation operation, Map<String, String> actual) {
    Optional<Map.Entry<String, JsonNode>> content = content(operation);
    if (content.isEmpty()) {
      return BodyPublishers.noBody();
    }
    JsonNode media = content.get().getValue();
    String example =
        example(media)
            .or(() -> example(document.resolved(media.path("schema"))))
            .orElseThrow(() -> new IllegalArgumentException("the body has no example"));
    return BodyPublishers.ofString(replaced(example, actual));
  }

  private Optional<Map.Entry<String, JsonNode>> content(OpenApiOperation operation) {
    return document
        .resolved(operation.node().path("requestBody"))
        .path("content")
        .properties()
        .stream()
        .findFirst();
  }

  /** {@code example}, or the first of {@code examples}, here or in the schema. */
  private Optional<String> example(JsonNode node) {
    if (node.has("example")) {
      return Optional.of(text(node.get("example")));
    }
    JsonNode examples = node.path("examples");
    if (!examples.isEmpty()) {
      JsonNode first = document.resolved(examples.elements().next());
      return Optional.of(text(first.has("value") ? first.get("value") : first));
    }
    return node.has("schema") && node.has("in")
        ? example(document.resolved(node.get("schema")))
        : Optional.empty();
  }

  private static String text(JsonNode example) {
    return example.isTextual() ? example.textValue() : example.toString();
  }

  private static String replaced(String text, Map<String, String> actual) {
    String replaced = text;
    for (Map.Entry<String, String> one : actual.entrySet()) {
      replaced = replaced.replace(one.getKey(), one.getValue());
    }
    return replaced;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }
}
