package dev.campanile.profile.segment;

import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Counts who belongs to a rule now. */
@ApplicationScoped
class SegmentCount {

  /** A preview that takes longer is of no use to the person waiting. */
  private static final String TIME_OUT = "set local statement_timeout = '10s'";

  private static final String CANCELLED = "57014";

  private static final String COUNT = "select count(*) from profile p where ";

  private static final String SAMPLE = "select p.id from profile p where %s order by p.id limit 10";

  private final Database database;

  SegmentCount(Database database) {
    this.database = database;
  }

  Preview preview(Rule rule) {
    SegmentCondition condition = RuleSql.compile(rule);
    try {
      return database.transaction(
          handle -> {
            handle.execute(TIME_OUT);
            return new Preview(
                condition.bind(handle.createQuery(COUNT + condition.sql())).mapTo(Long.class).one(),
                condition
                    .bind(handle.createQuery(SAMPLE.formatted(condition.sql())))
                    .mapTo(UUID.class)
                    .list());
          });
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
        throw Problem.of(
            503, "PREVIEW_TOO_SLOW", "The count took longer than 10 s; make the rule simpler.");
      }
      throw e;
    }
  }

  /**
   * @param sample up to ten ids of profiles that belong
   */
  public record Preview(long count, List<UUID> sample) {}
}
