package dev.campanile.profile.segment;

import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Counts who belongs to a rule now. */
@ApplicationScoped
class SegmentCount {

  private static final String COUNT = "select count(*) from profile p where ";

  private static final String SAMPLE = "select p.id from profile p where %s order by p.id limit 10";

  private final Database database;

  SegmentCount(Database database) {
    this.database = database;
  }

  Preview preview(Rule rule) {
    SegmentCondition condition = RuleSql.compile(rule);
    return TimedQuery.of(
        database,
        "PREVIEW_TOO_SLOW",
        handle ->
            new Preview(
                condition.bind(handle.createQuery(COUNT + condition.sql())).mapTo(Long.class).one(),
                condition
                    .bind(handle.createQuery(SAMPLE.formatted(condition.sql())))
                    .mapTo(UUID.class)
                    .list()));
  }

  /**
   * @param sample up to ten ids of profiles that belong
   */
  public record Preview(long count, List<UUID> sample) {}
}
