package dev.campanile.testing.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a service says of its API. */
public final class OpenApiDocument {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build();

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final ObjectNode root;

  private OpenApiDocument(ObjectNode root) {
    this.root = root;
  }

  public static OpenApiDocument parse(String yaml) {
    try {
      return new OpenApiDocument((ObjectNode) YAML.readTree(yaml));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not an OpenAPI document", e);
    }
  }

  /** The same for the same API: the order in which classes were found does not show. */
  public String canonical() {
    ObjectNode copy = root.deepCopy();
    sort(copy.path("paths"));
    copy.path("components").forEach(OpenApiDocument::sort);
    try {
      return YAML.writeValueAsString(copy);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always YAML", e);
    }
  }

  /** The example of a schema of the document, as JSON. */
  public String example(String schema) {
    return root.at("/components/schemas/" + schema + "/examples/0").toString();
  }

  JsonNode root() {
    return root;
  }

  /** In the order in which their examples work: made, looked at, acted upon, taken away. */
  List<OpenApiOperation> operations() {
    List<OpenApiOperation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            operations.add(
                                new OpenApiOperation(
                                    method.getKey(),
                                    path.getKey(),
                                    path.getValue().path("parameters"),
                                    method.getValue()));
                          }
                        }));
    operations.sort(
        Comparator.comparingInt(OpenApiOperation::order).thenComparing(OpenApiOperation::path));
    return operations;
  }

  /** The node itself, or what its reference means. */
  JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText("");
    return reference.startsWith("#/") ? resolved(root.at(reference.substring(1))) : node;
  }

  private static void sort(JsonNode node) {
    if (node instanceof ObjectNode object) {
      Set<String> names = new TreeSet<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode value = object.remove(name);
        object.set(name, value);
      }
    }
  }
}
