package dev.campanile.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes a rule as the JSON {@link RuleReader} reads. */
public final class RuleJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

  private RuleJson() {}

  public static ObjectNode write(Rule rule) {
    return switch (rule) {
      case Rule.All(var rules) -> JSON.objectNode().set("all", list(rules));
      case Rule.Any(var rules) -> JSON.objectNode().set("any", list(rules));
      case Rule.Not(var inner) -> JSON.objectNode().set("not", write(inner));
      case Rule.TraitIs(var trait, var value) -> trait(trait).set("is", write(value));
      case Rule.TraitIn(var trait, var values) -> {
        ArrayNode in = JSON.arrayNode();
        values.forEach(value -> in.add(write(value)));
        yield trait(trait).set("in", in);
      }
      case Rule.TraitExists(var trait, var expected) -> trait(trait).put("exists", expected);
      case Rule.Everyone() -> JSON.objectNode().put("everyone", true);
    };
  }

  static JsonNode write(TraitValue value) {
    return switch (value) {
      case TraitValue.Text(var text) -> JSON.textNode(text);
      case TraitValue.Number(var number) -> JSON.numberNode(number);
      case TraitValue.Flag(var flag) -> JSON.booleanNode(flag);
    };
  }

  private static ArrayNode list(List<Rule> rules) {
    ArrayNode list = JSON.arrayNode();
    rules.forEach(rule -> list.add(write(rule)));
    return list;
  }

  private static ObjectNode trait(String name) {
    return JSON.objectNode().put("trait", name);
  }
}
