package dev.campanile.profile.imports;

import dev.campanile.profile.imports.ImportView.RefusalView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The imports, their progress, and what they refused. */
@ApplicationScoped
class ImportRepository {

  /** More are counted, not kept: somebody mends the file long before reading them all. */
  static final int MOST_REFUSALS = 1_000;

  private static final String CREATE =
      """
      insert into import_job (id, source, state, csv, created_at)
      values (:id, :source, 'RUNNING', :csv, :now)
      """;

  private static final String CLAIM =
      """
      update import_job j
         set lease_epoch = lease_epoch + 1,
             leased_until = now() + make_interval(secs => :seconds),
             attempts = attempts + 1
       where id = (select id
                     from import_job
                    where state = 'RUNNING' and leased_until <= now()
                    order by created_at
                    limit 1
                      for update skip locked)
      returning id, source, csv, taken_rows, attempts, lease_epoch, created_at,
                (select count(*) from import_refusal r where r.import_id = j.id) as refusals
      """;

  /** Progress proves that the file can be worked, so it forgives the attempts. */
  private static final String ADVANCE =
      """
      update import_job
         set taken_rows = taken_rows + :imported + :refused,
             imported = imported + :imported,
             refused = refused + :refused,
             attempts = 1,
             leased_until = now() + make_interval(secs => :seconds)
       where id = :id and lease_epoch = :epoch and state = 'RUNNING'
      """;

  private static final String END =
      """
      update import_job
         set state = :state, failure = :failure, csv = null, ended_at = :now
       where id = :id and lease_epoch = :epoch and state = 'RUNNING'
      """;

  private static final String RELEASE =
      "update import_job set leased_until = '-infinity' where id = :id and lease_epoch = :epoch";

  private static final String REFUSE =
      """
      insert into import_refusal (import_id, row, position, field, value, reason)
      select :id, row, position, field, value, reason
        from unnest(:rows, :positions, :fields, :values, :reasons)
          as n(row, position, field, value, reason)
      """;

  private static final String VIEW = "select * from import_job where id = :id";

  /** Ids are in the order of time. */
  private static final String LIST =
      """
      select id, source, state, taken_rows, imported, refused, failure, created_at, ended_at
        from import_job
       where cast(:before as uuid) is null or id < cast(:before as uuid)
       order by id desc
       limit :limit
      """;

  private static final String REFUSALS =
      """
      select row, field, value, reason
        from import_refusal
       where import_id = :id
       order by row, position
       limit 1000
      """;

  void create(Handle handle, UUID id, String source, byte[] csv, Instant now) {
    handle
        .createUpdate(CREATE)
        .bind("id", id)
        .bind("source", source)
        .bind("csv", csv)
        .bind("now", now)
        .execute();
  }

  Optional<ImportJob> claim(Handle handle, Duration lease) {
    return handle
        .createQuery(CLAIM)
        .bind("seconds", lease.toSeconds())
        .map(
            (row, _) ->
                new ImportJob(
                    row.getObject("id", UUID.class),
                    row.getString("source"),
                    row.getBytes("csv"),
                    row.getInt("taken_rows"),
                    row.getInt("refusals"),
                    row.getInt("attempts"),
                    row.getLong("lease_epoch"),
                    row.getTimestamp("created_at").toInstant()))
        .findOne();
  }

  /**
   * @throws IllegalStateException when the lease is lost, which undoes the transaction
   */
  void advance(Handle handle, ImportJob job, int imported, int refused, Duration lease) {
    int advanced =
        handle
            .createUpdate(ADVANCE)
            .bind("imported", imported)
            .bind("refused", refused)
            .bind("seconds", lease.toSeconds())
            .bind("id", job.id())
            .bind("epoch", job.epoch())
            .execute();
    if (advanced == 0) {
      throw new IllegalStateException("another replica works on import " + job.id() + " now");
    }
  }

  /** Ends it, and drops the file. */
  void end(
      Handle handle, ImportJob job, ImportJob.State state, @Nullable String failure, Instant now) {
    handle
        .createUpdate(END)
        .bind("state", state)
        .bind("failure", failure)
        .bind("now", now)
        .bind("id", job.id())
        .bind("epoch", job.epoch())
        .execute();
  }

  /** For another replica to go on at once. */
  void release(Handle handle, ImportJob job) {
    handle.createUpdate(RELEASE).bind("id", job.id()).bind("epoch", job.epoch()).execute();
  }

  void refuse(Handle handle, UUID job, List<Refusal> refusals) {
    if (refusals.isEmpty()) {
      return;
    }
    handle
        .createUpdate(REFUSE)
        .bind("id", job)
        .bindArray("rows", Long.class, refusals.stream().map(Refusal::row).toList())
        .bindArray("positions", Integer.class, IntStream.range(0, refusals.size()).boxed().toList())
        .bindArray("fields", String.class, refusals.stream().map(Refusal::field).toList())
        .bindArray("values", String.class, refusals.stream().map(Refusal::value).toList())
        .bindArray("reasons", String.class, refusals.stream().map(Refusal::reason).toList())
        .execute();
  }

  /** Newest first. */
  List<ImportSummary> list(Handle handle, @Nullable UUID before, int limit) {
    return handle
        .createQuery(LIST)
        .bind("before", before)
        .bind("limit", limit)
        .map((row, _) -> ImportSummary.of(row))
        .list();
  }

  /** The job first: whoever sees it completed sees all it refused. */
  Optional<ImportView> view(Handle handle, UUID id) {
    return handle
        .createQuery(VIEW)
        .bind("id", id)
        .map(
            (row, _) ->
                new ImportView(
                    row.getObject("id", UUID.class),
                    ImportJob.State.valueOf(row.getString("state")),
                    row.getInt("taken_rows"),
                    row.getInt("imported"),
                    row.getInt("refused"),
                    row.getString("failure"),
                    List.of()))
        .findOne()
        .map(job -> job.with(refusals(handle, id)));
  }

  private static List<RefusalView> refusals(Handle handle, UUID id) {
    return handle
        .createQuery(REFUSALS)
        .bind("id", id)
        .map(
            (row, _) ->
                new RefusalView(
                    row.getLong("row"),
                    row.getString("field"),
                    row.getString("value"),
                    row.getString("reason")))
        .list();
  }
}
