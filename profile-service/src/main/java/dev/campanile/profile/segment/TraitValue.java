package dev.campanile.profile.segment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** A value a rule compares a trait with. Values of different kinds are never equal. */
public sealed interface TraitValue {

  record Text(String value) implements TraitValue {
    public Text {
      requireNonNull(value);
    }
  }

  record Number(BigDecimal value) implements TraitValue {
    public Number {
      requireNonNull(value);
    }
  }

  record Flag(boolean value) implements TraitValue {}
}
