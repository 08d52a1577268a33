package dev.campanile.runtime.http;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Where in a body a constraint is not met, as a JSON pointer (RFC 6901); empty is the body. */
final class ConstraintPointer {

  private ConstraintPointer() {}

  /**
   * @param path from the method over its parameter into the body
   */
  static String of(Path path) {
    JsonPointer pointer = JsonPointer.empty();
    for (Path.Node node : path) {
      pointer = field(element(pointer, node), node);
    }
    return pointer.toString();
  }

  /** A node says of itself which element it is of the list or map before it. */
  private static JsonPointer element(JsonPointer pointer, Path.Node node) {
    if (node.getIndex() != null) {
      return pointer.appendIndex(node.getIndex());
    }
    return node.getKey() == null ? pointer : pointer.appendProperty(node.getKey().toString());
  }

  private static JsonPointer field(JsonPointer pointer, Path.Node node) {
    return node.getKind() == ElementKind.PROPERTY
        ? pointer.appendProperty(node.getName())
        : pointer;
  }
}
