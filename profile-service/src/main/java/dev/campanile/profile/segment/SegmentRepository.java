package dev.campanile.profile.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.runtime.paging.Cursor;
import dev.campanile.runtime.paging.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The segments, and their rules. */
@ApplicationScoped
public class SegmentRepository implements PanacheRepositoryBase<Segment, String> {

  private static final String POINTER = "/rule";

  private final ObjectMapper json;

  SegmentRepository(ObjectMapper json) {
    this.json = json.copy().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  /** Segments by key. */
  Page<Summary> list(String after, int size) {
    List<Segment> found = find("key > ?1", Sort.by("key"), after).range(0, size).list();
    return Page.of(
        found.stream().map(it -> new Summary(it.key, it.name, it.updatedAt)).toList(),
        size,
        it -> Cursor.of(it.key()));
  }

  /** A segment in a list. */
  public record Summary(String key, String name, Instant updatedAt) {}

  /** The rule of a segment, if there is such a segment. */
  public Optional<Rule> rule(String key) {
    return findByIdOptional(key).map(segment -> read(segment.rule));
  }

  /** Reads a rule that was stored. */
  public Rule read(String rule) {
    try {
      return RuleReader.read(json.readTree(rule), POINTER);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored rule is JSON", e);
    }
  }
}
