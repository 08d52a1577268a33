package dev.campanile.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Does what an OpenAPI document shows: calls each operation with its examples, and looks whether
 * the answer is one the document knows. An example that is an id drawn by a service is replaced by
 * one there is.
 */
public final class OpenApiExamples {

  private static final JsonMapper JSON = new JsonMapper();

  private final OpenApiDocument document;
  private final ExampleRequest requests;
  private final SchemaCheck schemas;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> actual = new LinkedHashMap<>();

  /**
   * @param baseUrl such as {@code http://127.0.0.1:18081}
   * @param key of an administrator
   */
  public OpenApiExamples(OpenApiDocument document, URI baseUrl, String key) {
    this.document = document;
    this.requests = new ExampleRequest(document, baseUrl, key);
    this.schemas = new SchemaCheck(document);
  }

  /** Wherever the document says {@code example}, this installation says {@code here}. */
  public OpenApiExamples replacing(String example, String here) {
    actual.put(example, here);
    return this;
  }

  /** Calls every operation once, and tells what was not as documented. */
  public List<Outcome> execute() {
    return document.operations().stream()
        .filter(OpenApiOperation::isExecuted)
        .map(this::execute)
        .toList();
  }

  private Outcome execute(OpenApiOperation operation) {
    List<String> problems = new ArrayList<>();
    HttpRequest request;
    try {
      request = requests.of(operation, actual, currentTag(operation));
    } catch (IllegalArgumentException e) {
      return new Outcome(operation.name(), 0, List.of(String.valueOf(e.getMessage())));
    }
    HttpResponse<String> answer = send(request);
    JsonNode documented =
        operation.node().path("responses").path(Integer.toString(answer.statusCode()));
    if (answer.statusCode() / 100 != 2) {
      problems.add(request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
    } else if (documented.isMissingNode()) {
      problems.add(answer.statusCode() + " is not documented");
    } else {
      problems.addAll(wrongBody(document.resolved(documented), answer));
    }
    return new Outcome(operation.name(), answer.statusCode(), problems);
  }

  /** For a write on something that may be there already. */
  private Optional<String> currentTag(OpenApiOperation operation) {
    if (!operation.takes("If-Match")) {
      return Optional.empty();
    }
    return send(requests.read(operation, actual)).headers().firstValue("ETag");
  }

  private List<String> wrongBody(JsonNode documented, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    JsonNode schema = documented.path("content").path("application/json").path("schema");
    if (schema.isMissingNode()) {
      return answer.body().isEmpty() || !type.startsWith("application/json")
          ? List.of()
          : List.of("its JSON body is not documented");
    }
    try {
      return schemas.wrong(schema, JSON.readTree(answer.body()));
    } catch (IOException e) {
      return List.of("the body is no JSON: " + answer.body());
    }
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

  /**
   * @param status 0 when there was no example to call it with
   * @param problems empty when all was as documented
   */
  public record Outcome(String operation, int status, List<String> problems) {

    public Outcome {
      problems = List.copyOf(problems);
    }

    /** One line for each problem, for a test's message. */
    public Stream<String> lines() {
      return problems.stream().map(problem -> operation + ": " + problem);
    }
  }
}
