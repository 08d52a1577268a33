package dev.campanile.profile.segment;

import dev.campanile.profile.profile.ProfileField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compiles a rule to SQL. Columns come from {@link ProfileField}; what the author wrote, names of
 * traits too, is bound. Each condition is true or false, never null, so that {@code not} means in
 * SQL what it means in {@link RulePredicate}.
 */
public final class RuleSql {

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, List<String>> lists = new HashMap<>();

  private RuleSql() {}

  public static SegmentCondition compile(Rule rule) {
    RuleSql sql = new RuleSql();
    return new SegmentCondition(sql.condition(rule), sql.texts, sql.lists);
  }

  private String condition(Rule rule) {
    return switch (rule) {
      case Rule.All(var rules) -> joined(rules, " and ", "true");
      case Rule.Any(var rules) -> joined(rules, " or ", "false");
      case Rule.Not(var inner) -> "not " + condition(inner);
      case Rule.TraitIs(var trait, var value) -> in(trait, List.of(value));
      case Rule.TraitIn(var trait, var values) -> in(trait, values);
      case Rule.TraitExists(var trait, var expected) ->
          "(" + operand(trait) + (expected ? " is not null)" : " is null)");
      case Rule.Everyone() -> "true";
    };
  }

  private String joined(List<Rule> rules, String operator, String ofNone) {
    return rules.isEmpty()
        ? ofNone
        : rules.stream().map(this::condition).collect(Collectors.joining(operator, "(", ")"));
  }

  private String in(String name, List<TraitValue> values) {
    return ProfileField.named(name).isPresent()
        ? "coalesce(%s = any(%s), false)".formatted(operand(name), list(textsOf(values)))
        : "coalesce(%s = any(cast(%s as jsonb[])), false)"
            .formatted(operand(name), list(values.stream().map(RuleSql::json).toList()));
  }

  private String operand(String name) {
    Optional<ProfileField> field = ProfileField.named(name);
    return field.isPresent() ? "p." + field.get().column() : "(p.traits -> " + text(name) + ")";
  }

  /** A field is a text: it equals no number and no flag. */
  private static List<String> textsOf(List<TraitValue> values) {
    return values.stream()
        .filter(TraitValue.Text.class::isInstance)
        .map(value -> ((TraitValue.Text) value).value())
        .toList();
  }

  private static String json(TraitValue value) {
    return RuleJson.write(value).toString();
  }

  private String text(String value) {
    String parameter = "rule_text_" + texts.size();
    texts.put(parameter, value);
    return ":" + parameter;
  }

  private String list(List<String> values) {
    String parameter = "rule_list_" + lists.size();
    lists.put(parameter, values);
    return ":" + parameter;
  }
}
