package dev.campanile.benchmarks.audience;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The people of a part.
 *
 * @param part also the key of their segment
 */
public record Audience(String part, int size) {

  public Stream<Person> people() {
    return IntStream.range(0, size).mapToObj(number -> new Person(part, number));
  }

  /** Each address that is to get a message, which is one whoever shares it. */
  public Set<String> eligible() {
    Set<String> addresses = HashSet.newHashSet(size);
    people().filter(Person::eligible).map(Person::address).forEach(addresses::add);
    return addresses;
  }

  /** The others' addresses, and what stands against them. */
  public Map<String, Obstacle> ineligible() {
    Map<String, Obstacle> addresses = new HashMap<>();
    people()
        .filter(person -> !person.eligible())
        .forEach(
            person ->
                addresses.put(
                    person.address(),
                    person.consents() ? Obstacle.SUPPRESSED : Obstacle.NO_CONSENT));
    return addresses;
  }

  /** The rule of the segment that finds them. */
  public Map<String, Object> segment() {
    return Map.of("name", "Benchmark " + part, "rule", Map.of("trait", "part", "is", part));
  }
}
