package dev.campanile.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body, in words for who sent it: where, and what would be right. */
final class JsonFault {

  private JsonFault() {}

  static Problem problem(JsonProcessingException fault) {
    return switch (fault) {
      case UnrecognizedPropertyException unknown -> unknownField(unknown);
      case JsonMappingException mapping -> invalid(mapping);
      default ->
          Problem.of(400, "MALFORMED_JSON", "The body is not JSON: " + fault.getOriginalMessage());
    };
  }

  private static Problem unknownField(UnrecognizedPropertyException e) {
    return Problem.of(
            400, "UNKNOWN_FIELD", "The field " + e.getPropertyName() + " is not known here.")
        .at(pointerOf(e), "known fields: " + new TreeSet<>(e.getKnownPropertyIds()));
  }

  private static Problem invalid(JsonMappingException e) {
    String pointer = pointerOf(e);
    String reason = reasonOf(e);
    String where = pointer.isEmpty() ? "" : pointer + ": ";
    return Problem.of(400, "INVALID", isOurs(e) ? reason : where + reason).at(pointer, reason);
  }

  /** A record's constructor said it. */
  private static boolean isOurs(JsonMappingException e) {
    return e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null;
  }

  private static String reasonOf(JsonMappingException e) {
    if (e instanceof MismatchedInputException mismatch) {
      String expected = expected(mismatch.getTargetType());
      if (expected != null) {
        return expected;
      }
    }
    return isOurs(e) && e.getCause() != null
        ? String.valueOf(e.getCause().getMessage())
        : e instanceof InvalidFormatException wrong
            ? "cannot be read from " + wrong.getValue()
            : "has not the shape that is expected here";
  }

  /** What a value of the type looks like; null for types of our own. */
  private static @Nullable String expected(@Nullable Class<?> type) {
    if (type == null) {
      return null;
    }
    if (type.isEnum()) {
      return "is one of " + Arrays.toString(type.getEnumConstants());
    }
    if (type == Instant.class) {
      return "is a time such as 2026-03-01T10:00:00Z";
    }
    if (TemporalAmount.class.isAssignableFrom(type)) {
      return "is a duration such as PT30M";
    }
    if (type == UUID.class) {
      return "is a UUID";
    }
    if (type == String.class) {
      return "is a text";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "is true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "is a number";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "is a list" : null;
  }

  private static String pointerOf(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      pointer.append('/');
      if (step.getFieldName() == null) {
        pointer.append(step.getIndex());
      } else {
        pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }
}
