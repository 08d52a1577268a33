package dev.campanile.campaign.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies what an author wrote in the order it was written; nothing is an empty collection. */
final class InOrder {

  private InOrder() {}

  static <V> Map<String, V> copyOf(@Nullable Map<String, V> written) {
    if (written == null) {
      return Map.of();
    }
    if (written.containsValue(null)) {
      throw new IllegalArgumentException("a value must not be null; leave the entry out");
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(written));
  }

  static <V> List<V> copyOf(@Nullable List<V> written) {
    if (written == null) {
      return List.of();
    }
    if (written.stream().anyMatch(value -> value == null)) {
      throw new IllegalArgumentException("an element must not be null; leave it out");
    }
    return List.copyOf(written);
  }
}
