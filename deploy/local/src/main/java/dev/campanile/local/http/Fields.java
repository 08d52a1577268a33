package dev.campanile.local.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** URL-encoded fields of a query or a form, in the order they came; a name may come repeatedly. */
public record Fields(Map<String, List<String>> values) {

  public static Fields parse(String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
    }
    return new Fields(values);
  }

  public static String encode(Map<String, String> values) {
    return values.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The first value, unless it is missing or empty. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst().filter(value -> !value.isEmpty());
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String decode(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("Not URL-encoded: " + value);
    }
  }
}
