package dev.campanile.profile.segment;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Who belongs to a segment. A name is a trait, or one of the profile's own fields ({@link
 * dev.campanile.profile.profile.ProfileField}). A profile without the trait is not, and is in, no
 * value.
 */
public sealed interface Rule {

  /** Every one of the rules holds. */
  record All(List<Rule> rules) implements Rule {
    public All {
      rules = List.copyOf(rules);
    }
  }

  /** At least one of the rules holds. */
  record Any(List<Rule> rules) implements Rule {
    public Any {
      rules = List.copyOf(rules);
    }
  }

  record Not(Rule rule) implements Rule {
    public Not {
      requireNonNull(rule);
    }
  }

  record TraitIs(String trait, TraitValue value) implements Rule {
    public TraitIs {
      requireNonNull(trait);
      requireNonNull(value);
    }
  }

  record TraitIn(String trait, List<TraitValue> values) implements Rule {
    public TraitIn {
      requireNonNull(trait);
      values = List.copyOf(values);
    }
  }

  /**
   * @param expected false: the profile lacks the trait
   */
  record TraitExists(String trait, boolean expected) implements Rule {
    public TraitExists {
      requireNonNull(trait);
    }
  }

  record Everyone() implements Rule {}
}
