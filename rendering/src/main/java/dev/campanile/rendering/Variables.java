package dev.campanile.rendering;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a template may use: the message's data, the content's defaults, and what we say ourselves.
 */
final class Variables {

  /** Names of what we say ourselves; data cannot replace them. */
  static final Set<String> OURS = Set.of("brand", "unsubscribeUrl", "links");

  private Variables() {}

  /** What the destination of a link may use, when it is rendered and when it is clicked. */
  static Map<String, Object> of(ContentVersion content, Map<String, Object> data) {
    Map<String, Object> variables = new HashMap<>(plainMap(data));
    for (Variable variable : content.variables()) {
      if (variable.defaultValue() != null && isBlank(variables.get(variable.name()))) {
        variables.put(variable.name(), variable.defaultValue());
      }
    }
    variables.put("brand", Map.of("key", content.brand().key(), "name", content.brand().name()));
    variables.remove("unsubscribeUrl");
    variables.remove("links");
    return variables;
  }

  /** What a text may use. */
  static Map<String, Object> with(
      Map<String, Object> variables, String unsubscribeUrl, Map<String, Object> links) {
    Map<String, Object> all = new HashMap<>(variables);
    all.put("unsubscribeUrl", unsubscribeUrl);
    all.put("links", links);
    return all;
  }

  private static boolean isBlank(@Nullable Object value) {
    return value == null || (value instanceof String text && text.isBlank());
  }

  private static Map<String, Object> plainMap(Map<?, ?> map) {
    Map<String, Object> plain = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (value != null) {
            plain.put(String.valueOf(key), plain(value));
          }
        });
    return plain;
  }

  /** Only what JSON knows: an object would offer its methods to the template's author. */
  private static Object plain(Object value) {
    return switch (value) {
      case String text -> text;
      case Number number -> number;
      case Boolean truth -> truth;
      case Map<?, ?> map -> plainMap(map);
      case List<?> list ->
          list.stream().filter(item -> item != null).map(Variables::plain).toList();
      default ->
          throw new TemplateFault(
              "a value is of no plain kind: " + value.getClass().getSimpleName());
    };
  }
}
