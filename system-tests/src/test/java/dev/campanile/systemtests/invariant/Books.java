package dev.campanile.systemtests.invariant;

import java.util.EnumMap;
import java.util.Map;

/**
 * A run as one service counts it.
 *
 * @param total what the service says the terms come to
 */
public record Books(int total, Map<Term, Integer> terms) {

  public Books {
    terms = Map.copyOf(terms);
  }

  int sum() {
    return terms.values().stream().mapToInt(Integer::intValue).sum();
  }

  int of(Term term) {
    return terms.getOrDefault(term, 0);
  }

  Books with(Term term, int change) {
    Map<Term, Integer> changed = new EnumMap<>(Term.class);
    changed.putAll(terms);
    changed.merge(term, change, Integer::sum);
    return new Books(total, changed);
  }
}
