package dev.campanile.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * One method of one path. An operation may say {@code x-order}, a number, to run before or after
 * its like, and {@code x-not-executed}, a sentence, when its example cannot work by itself.
 *
 * @param method in lower case
 * @param shared parameters of all methods of the path
 */
record OpenApiOperation(String method, String path, JsonNode shared, JsonNode node) {

  private static final int STEP = 1_000;

  int order() {
    int usual =
        switch (method) {
          case "put" -> 0;
          case "get" -> 1;
          case "post", "patch" -> 2;
          default -> 3;
        };
    return usual * STEP + node.path("x-order").asInt(0);
  }

  boolean isExecuted() {
    return !node.has("x-not-executed");
  }

  List<JsonNode> parameters() {
    List<JsonNode> parameters = new ArrayList<>();
    shared.forEach(parameters::add);
    node.path("parameters").forEach(parameters::add);
    return parameters;
  }

  boolean takes(String header) {
    return parameters().stream()
        .anyMatch(
            parameter ->
                parameter.path("in").asText().equals("header")
                    && parameter.path("name").asText().equalsIgnoreCase(header));
  }

  /** Whether it takes no key. */
  boolean isOpen() {
    return node.path("security").isArray() && node.path("security").isEmpty();
  }

  /** Of which a key has one at least. */
  List<String> scopes() {
    List<String> scopes = new ArrayList<>();
    node.path("security").forEach(one -> one.path("key").forEach(it -> scopes.add(it.asText())));
    return scopes;
  }

  /** Of its body; JSON when it has none. */
  String contentType() {
    Iterator<String> types = node.path("requestBody").path("content").fieldNames();
    return types.hasNext() ? types.next() : "application/json";
  }

  String name() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }
}
