package dev.campanile.benchmarks.company;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.benchmarks.oracle.Books;
import java.util.Map;
import java.util.TreeMap;

/**
 * A campaign's report.
 *
 * @param complete whether the audience is known to its last member
 * @param unreconciled members that are in no book
 */
public record Report(Books books, boolean complete, long unreconciled) {

  static Report parse(JsonNode json) {
    return new Report(
        new Books(json.path("planned").asLong(), terms(json.path("books"))),
        json.path("audienceComplete").asBoolean(),
        json.path("unreconciled").asLong());
  }

  static Map<String, Long> terms(JsonNode books) {
    Map<String, Long> terms = new TreeMap<>();
    books.properties().forEach(term -> terms.put(term.getKey(), term.getValue().asLong()));
    return terms;
  }

  public boolean settled() {
    return complete && unreconciled == 0 && books.settled() && books.balanced();
  }
}
