package dev.campanile.local.twilio;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.campanile.local.http.BadRequest;
import dev.campanile.local.http.LocalJson;
import java.util.Map;
import java.util.Optional;

/** The values of a template's placeholders: a JSON object of strings. */
final class ContentVariables {

  private ContentVariables() {}

  /** The values; none when the parameter is left out; empty when it is not such an object. */
  static Optional<Map<String, String>> parse(String json) {
    if (json.isEmpty()) {
      return Optional.of(Map.of());
    }
    try {
      return Optional.of(LocalJson.read(json, new TypeReference<Map<String, String>>() {}));
    } catch (BadRequest e) {
      return Optional.empty();
    }
  }
}
