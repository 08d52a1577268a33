package dev.campanile.benchmarks.oracle;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A run as a service counts it.
 *
 * @param total messages, or members: what the terms must come to
 * @param terms by name, such as {@code accepted}
 */
public record Books(long total, Map<String, Long> terms) {
  static final String ACCEPTED = "accepted";

  /** Terms in which a message may rest for good. */
  private static final Set<String> FINAL = Set.of(ACCEPTED, "skipped", "failed", "uncertain");

  public Books {
    Map<String, Long> counted = new TreeMap<>(terms);
    counted.values().removeIf(count -> count == 0);
    terms = Map.copyOf(counted);
  }

  public long of(String term) {
    return terms.getOrDefault(term, 0L);
  }

  public long accepted() {
    return of(ACCEPTED);
  }

  public boolean balanced() {
    return terms.values().stream().mapToLong(Long::longValue).sum() == total;
  }

  /** Whether nothing is under way any more. */
  public boolean settled() {
    return FINAL.containsAll(terms.keySet());
  }
}
