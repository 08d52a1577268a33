package dev.campanile.profile.segment;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A rule as a condition on {@code profile p}.
 *
 * @param sql holds names of our own and parameters, nothing an author wrote
 * @param texts values of its parameters
 * @param lists values of its array parameters
 */
public record SegmentCondition(
    String sql, Map<String, String> texts, Map<String, List<String>> lists) {

  public SegmentCondition {
    texts = Map.copyOf(texts);
    lists = Map.copyOf(lists);
  }

  public <S extends SqlStatement<S>> S bind(S statement) {
    texts.forEach(statement::bind);
    lists.forEach((name, values) -> statement.bindArray(name, String.class, values));
    return statement;
  }
}
