package dev.campanile.runtime.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Questions that do not depend on each other's answers, sent to the database together. A message
 * that travels alone waits longer for the way there and back than for any answer.
 */
public final class RoundTrip {

  private final List<Answer<?>> asked = new ArrayList<>();

  /** Its answer is there once the trip was made. */
  public <R> Answer<R> ask(Question<R> question) {
    Answer<R> answer = new Answer<>(question);
    asked.add(answer);
    return answer;
  }

  public void make(Handle handle) {
    if (asked.isEmpty()) {
      return;
    }
    Query query =
        handle.createQuery(
            asked.stream().map(it -> it.question.sql()).collect(Collectors.joining(";\n")));
    asked.forEach(it -> it.question.bind().accept(query));
    query.execute(
        (supplier, context) -> {
          try (context) {
            Statement statement = supplier.get();
            for (Answer<?> answer : asked) {
              try (ResultSet rows = statement.getResultSet()) {
                answer.read(rows);
              }
              statement.getMoreResults();
            }
          }
          return asked.size();
        });
  }

  /** What the database says to a question. */
  public static final class Answer<R> {

    private final Question<R> question;
    private final List<R> rows = new ArrayList<>();

    private Answer(Question<R> question) {
      this.question = question;
    }

    public List<R> rows() {
      return rows;
    }

    private void read(ResultSet result) throws SQLException {
      while (result.next()) {
        rows.add(question.row().read(result));
      }
    }
  }
}
