package dev.campanile.local.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path such as {@code /mails/{id}/raw}; a variable matches one segment or a part of it. */
final class PathPattern {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private final Pattern pattern;

  PathPattern(String path) {
    StringBuilder regex = new StringBuilder();
    Matcher variables = VARIABLE.matcher(path);
    int end = 0;
    while (variables.find()) {
      regex.append(Pattern.quote(path.substring(end, variables.start())));
      regex.append("(?<").append(variables.group(1)).append(">[^/]+?)");
      end = variables.end();
    }
    pattern = Pattern.compile(regex.append(Pattern.quote(path.substring(end))).toString());
  }

  /** The variables when the path matches. */
  Optional<Map<String, String>> match(String path) {
    Matcher matcher = pattern.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    pattern.namedGroups().keySet().forEach(name -> variables.put(name, matcher.group(name)));
    return Optional.of(variables);
  }
}
