package dev.campanile.gateway.twilio;

import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The last known approvals, shared by all replicas and kept over a restart. */
@ApplicationScoped
class ApprovalRepository {

  private static final String EXPECT =
      """
      insert into template_approval (sid, status, asked_for)
      select sid, '', :at from unnest(:sids) as s(sid) order by sid
      on conflict do nothing
      """;

  private static final String STORE =
      """
      insert into template_approval (sid, status, asked_for, checked_at)
      values (:sid, :status, :at, :at)
      on conflict (sid) do update set status = excluded.status, checked_at = excluded.checked_at
      """;

  private static final String DUE =
      """
      select sid
        from template_approval
       where checked_at is null or checked_at < :before
       order by checked_at nulls first, sid
       limit 50
      """;

  private final Database database;

  ApprovalRepository(Database database) {
    this.database = database;
  }

  void expect(Collection<String> sids, Instant at) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(EXPECT)
                .bindArray("sids", String.class, List.copyOf(sids))
                .bind("at", at)
                .execute());
  }

  void store(String sid, String status, Instant at) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(STORE)
                .bind("sid", sid)
                .bind("status", status)
                .bind("at", at)
                .execute());
  }

  List<String> due(Instant before) {
    return database.read(
        handle -> handle.createQuery(DUE).bind("before", before).mapTo(String.class).list());
  }

  Optional<String> statusOf(String sid) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select status from template_approval where sid = :sid and checked_at is not null")
                .bind("sid", sid)
                .mapTo(String.class)
                .findOne());
  }

  Map<String, String> all() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select sid, status from template_approval where checked_at is not null")
                .map((row, _) -> Map.entry(row.getString("sid"), row.getString("status")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
