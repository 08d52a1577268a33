package dev.campanile.rendering;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Variable;
import java.util.ArrayList;
import java.util.Collections;
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

  private static final String UNSUBSCRIBE_URL = "unsubscribeUrl";
  private static final String LINKS = "links";

  /** Names of what we say ourselves; data cannot replace them. */
  static final Set<String> OURS = Set.of("brand", UNSUBSCRIBE_URL, LINKS);

  /** Room for the defaults and for ours. */
  private static final int MORE = 8;

  private Variables() {}

  /** What the destination of a link may use, when it is rendered and when it is clicked. */
  static Map<String, Object> of(ContentVersion content, Map<String, Object> data) {
    Map<String, Object> variables = HashMap.newHashMap(data.size() + MORE);
    putPlain(data, variables);
    for (Variable variable : content.variables()) {
      if (variable.defaultValue() != null && isBlank(variables.get(variable.name()))) {
        variables.put(variable.name(), variable.defaultValue());
      }
    }
    variables.put("brand", Map.of("key", content.brand().key(), "name", content.brand().name()));
    variables.remove(UNSUBSCRIBE_URL);
    variables.remove(LINKS);
    return variables;
  }

  /**
   * Makes them what a text may use.
   *
   * @param variables of the destinations
   */
  static void addOurs(
      Map<String, Object> variables, String unsubscribeUrl, Map<String, Object> links) {
    variables.put(UNSUBSCRIBE_URL, unsubscribeUrl);
    variables.put(LINKS, links);
  }

  /** Those of the destinations again: no link leads to another. */
  static Map<String, Object> withoutOurs(Map<String, Object> variables) {
    Map<String, Object> without = new HashMap<>(variables);
    without.remove(UNSUBSCRIBE_URL);
    without.remove(LINKS);
    return without;
  }

  private static boolean isBlank(@Nullable Object value) {
    return value == null || (value instanceof String text && text.isBlank());
  }

  private static void putPlain(Map<?, ?> map, Map<String, Object> to) {
    map.forEach(
        (key, value) -> {
          if (value != null) {
            to.put(String.valueOf(key), plain(value));
          }
        });
  }

  /** Only what JSON knows: an object would offer its methods to the template's author. */
  private static Object plain(Object value) {
    return switch (value) {
      case String text -> text;
      case Number number -> number;
      case Boolean truth -> truth;
      case Map<?, ?> map -> {
        Map<String, Object> plain = LinkedHashMap.newLinkedHashMap(map.size());
        putPlain(map, plain);
        yield plain;
      }
      case List<?> list -> {
        List<Object> plain = new ArrayList<>(list.size());
        for (Object item : list) {
          if (item != null) {
            plain.add(plain(item));
          }
        }
        yield Collections.unmodifiableList(plain);
      }
      default ->
          throw new TemplateFault(
              "a value is of no plain kind: " + value.getClass().getSimpleName());
    };
  }
}
