package dev.campanile.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts by name, as the services report them. */
record Counts(Map<String, Long> byName) {

  Counts {
    byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
  }

  /** Reads an object of numbers; what lies deeper is named with its parents' names. */
  static Counts of(JsonNode object) {
    Map<String, Long> counts = new TreeMap<>();
    collect("", object, counts);
    return new Counts(counts);
  }

  private static void collect(String prefix, JsonNode node, Map<String, Long> into) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = prefix.isEmpty() ? field.getKey() : prefix + " " + field.getKey();
      if (field.getValue().isNumber()) {
        into.put(name, field.getValue().asLong());
      } else {
        collect(name, field.getValue(), into);
      }
    }
  }

  long of(String name) {
    return byName.getOrDefault(name, 0L);
  }

  long total() {
    return byName.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Without the names that count nothing. */
  Counts present() {
    Map<String, Long> some = new TreeMap<>(byName);
    some.values().removeIf(count -> count == 0);
    return new Counts(some);
  }

  Counts minus(Counts earlier) {
    Map<String, Long> difference = new TreeMap<>();
    byName.forEach((name, count) -> difference.put(name, count - earlier.of(name)));
    return new Counts(difference);
  }

  Counts lowerCase() {
    Map<String, Long> lower = new TreeMap<>();
    byName.forEach((name, count) -> lower.put(name.toLowerCase(Locale.ROOT), count));
    return new Counts(lower);
  }
}
