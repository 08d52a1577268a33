package dev.campanile.profile.segment;

import dev.campanile.profile.profile.Profile;
import dev.campanile.profile.profile.ProfileField;
import java.math.BigDecimal;
import java.util.List;

/** Answers in memory what {@link RuleSql} answers in the database. */
public final class RulePredicate {

  private RulePredicate() {}

  public static boolean holds(Rule rule, Profile profile) {
    return switch (rule) {
      case Rule.All(var rules) -> rules.stream().allMatch(inner -> holds(inner, profile));
      case Rule.Any(var rules) -> rules.stream().anyMatch(inner -> holds(inner, profile));
      case Rule.Not(var inner) -> !holds(inner, profile);
      case Rule.TraitIs(var trait, var value) -> isOneOf(profile, trait, List.of(value));
      case Rule.TraitIn(var trait, var values) -> isOneOf(profile, trait, values);
      case Rule.TraitExists(var trait, var expected) ->
          ProfileField.valueOf(profile, trait).isPresent() == expected;
      case Rule.Everyone() -> true;
    };
  }

  private static boolean isOneOf(Profile profile, String trait, List<TraitValue> values) {
    return ProfileField.valueOf(profile, trait)
        .filter(actual -> values.stream().anyMatch(value -> equal(value, actual)))
        .isPresent();
  }

  private static boolean equal(TraitValue value, Object actual) {
    return switch (value) {
      case TraitValue.Text(var text) -> text.equals(actual);
      case TraitValue.Number(var number) ->
          actual instanceof Number other && number.compareTo(new BigDecimal(other.toString())) == 0;
      case TraitValue.Flag(var flag) -> Boolean.valueOf(flag).equals(actual);
    };
  }
}
