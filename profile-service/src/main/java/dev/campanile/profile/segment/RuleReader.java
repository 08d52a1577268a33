package dev.campanile.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.runtime.http.FieldError;
import dev.campanile.runtime.http.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a rule's JSON; says of each mistake where it is and how to mend it. */
public final class RuleReader {

  private static final int DEEPEST = 16;
  private static final int MOST_NODES = 500;
  private static final int MOST_VALUES = 1_000;
  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_NUMBER = 30;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
  private static final Rule NOTHING = new Rule.Any(List.of());
  private static final String FORMS =
      "a rule is one of {\"all\":[…]}, {\"any\":[…]}, {\"not\":{…}}, {\"trait\":…,\"is\":…},"
          + " {\"trait\":…,\"in\":[…]}, {\"trait\":…,\"exists\":true}, {\"everyone\":true}";

  private final List<FieldError> errors = new ArrayList<>();
  private int nodes;

  private RuleReader() {}

  /**
   * @param pointer where the rule stands in the request
   * @throws Problem 400 with a pointer to each mistake
   */
  public static Rule read(@Nullable JsonNode json, String pointer) {
    RuleReader reader = new RuleReader();
    Rule rule = reader.rule(json, pointer, 1);
    if (!reader.errors.isEmpty()) {
      throw Problem.invalid(reader.errors);
    }
    return rule;
  }

  private Rule rule(@Nullable JsonNode json, String at, int depth) {
    if (json == null || !json.isObject()) {
      return wrong(at, FORMS);
    }
    if (depth > DEEPEST) {
      return wrong(at, "rules nest at most " + DEEPEST + " deep");
    }
    if (++nodes > MOST_NODES) {
      return nodes == MOST_NODES + 1
          ? wrong(at, "a rule has at most " + MOST_NODES + " parts")
          : NOTHING;
    }
    Set<String> names = new TreeSet<>();
    json.fieldNames().forEachRemaining(names::add);
    if (names.equals(Set.of("all"))) {
      return new Rule.All(rules(json.get("all"), at + "/all", depth));
    } else if (names.equals(Set.of("any"))) {
      return new Rule.Any(rules(json.get("any"), at + "/any", depth));
    } else if (names.equals(Set.of("not"))) {
      return new Rule.Not(rule(json.get("not"), at + "/not", depth + 1));
    } else if (names.equals(Set.of("everyone"))) {
      return everyone(json.get("everyone"), at + "/everyone");
    } else if (names.equals(Set.of("is", "trait"))) {
      return new Rule.TraitIs(name(json, at), value(json.get("is"), at + "/is"));
    } else if (names.equals(Set.of("in", "trait"))) {
      return new Rule.TraitIn(name(json, at), values(json.get("in"), at + "/in"));
    } else if (names.equals(Set.of("exists", "trait"))) {
      return exists(json, at);
    }
    return wrong(at, FORMS + "; not " + names);
  }

  private List<Rule> rules(JsonNode json, String at, int depth) {
    if (!json.isArray() || json.isEmpty()) {
      wrong(at, "a list of at least one rule");
      return List.of();
    }
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      rules.add(rule(json.get(i), at + "/" + i, depth + 1));
    }
    return rules;
  }

  private Rule everyone(JsonNode json, String at) {
    return json.isBoolean() && json.booleanValue() ? new Rule.Everyone() : wrong(at, "is true");
  }

  private Rule exists(JsonNode json, String at) {
    JsonNode expected = json.get("exists");
    return expected.isBoolean()
        ? new Rule.TraitExists(name(json, at), expected.booleanValue())
        : wrong(at + "/exists", "true or false");
  }

  private String name(JsonNode json, String at) {
    JsonNode name = json.get("trait");
    if (!name.isTextual() || !NAME.matcher(name.textValue()).matches()) {
      wrong(
          at + "/trait",
          "a name of up to 64 letters, digits, '_', '.' and '-', beginning with a letter or '_'");
      return "";
    }
    return name.textValue();
  }

  private List<TraitValue> values(JsonNode json, String at) {
    if (!json.isArray() || json.isEmpty() || json.size() > MOST_VALUES) {
      wrong(at, "a list of 1 to " + MOST_VALUES + " values");
      return List.of();
    }
    List<TraitValue> values = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      values.add(value(json.get(i), at + "/" + i));
    }
    return values;
  }

  private TraitValue value(JsonNode json, String at) {
    if (json.isTextual() && storable(json.textValue())) {
      return new TraitValue.Text(json.textValue());
    } else if (json.isNumber() && storable(json.decimalValue())) {
      return new TraitValue.Number(json.decimalValue());
    } else if (json.isBoolean()) {
      return new TraitValue.Flag(json.booleanValue());
    }
    wrong(
        at,
        "a text of up to "
            + LONGEST_TEXT
            + " characters, a number of up to "
            + LONGEST_NUMBER
            + " digits, true or false");
    return new TraitValue.Flag(false);
  }

  private static boolean storable(String text) {
    return text.length() <= LONGEST_TEXT && text.indexOf('\0') < 0;
  }

  private static boolean storable(BigDecimal number) {
    return number.precision() <= LONGEST_NUMBER && Math.abs(number.scale()) <= LONGEST_NUMBER;
  }

  private Rule wrong(String at, String detail) {
    errors.add(new FieldError(at, detail));
    return NOTHING;
  }
}
