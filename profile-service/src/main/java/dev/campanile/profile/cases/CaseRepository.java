package dev.campanile.profile.cases;

import dev.campanile.profile.cases.ServiceCase.Severity;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The cases of profiles. */
@ApplicationScoped
public class CaseRepository {

  /** A case that is known stays as it is: a file imported again reopens nothing. */
  private static final String OPEN_NEW =
      """
      insert into service_case (profile_id, key, severity, opened_at)
      select profile_id, key, severity, opened_at
        from unnest(:profiles, :keys, :severities, :opened) as n(profile_id, key, severity, opened_at)
      on conflict (profile_id, key) do nothing
      """;

  private static final String OPEN_OR_REOPEN =
      """
      insert into service_case as known (profile_id, key, severity, opened_at)
      values (:profile, :key, :severity, :at)
      on conflict (profile_id, key) do update
         set severity = excluded.severity,
             opened_at = case when known.closed_at is null then known.opened_at
                              else excluded.opened_at end,
             closed_at = null
      returning *
      """;

  private static final String CLOSE =
      """
      update service_case
         set closed_at = coalesce(closed_at, :at)
       where profile_id = :profile and key = :key
      returning *
      """;

  private static final String OPEN_OF =
      """
      select * from service_case
       where profile_id = any(:profiles) and closed_at is null
       order by profile_id, opened_at, key
      """;

  private static final String OPEN =
      """
      select * from service_case
       where closed_at is null and (opened_at, profile_id, key) > (:openedAt, :profile, :key)
       order by opened_at, profile_id, key
       limit :limit
      """;

  private static final RowMapper<ServiceCase> CASE =
      (row, context) ->
          new ServiceCase(
              row.getObject("profile_id", UUID.class),
              row.getString("key"),
              Severity.valueOf(row.getString("severity")),
              row.getTimestamp("opened_at").toInstant(),
              row.getTimestamp("closed_at") == null
                  ? null
                  : row.getTimestamp("closed_at").toInstant());

  /** Opens those that are not known yet. */
  public void openNew(Handle handle, Collection<ServiceCase> cases) {
    if (cases.isEmpty()) {
      return;
    }
    handle
        .createUpdate(OPEN_NEW)
        .bind("profiles", new UuidArray(cases.stream().map(ServiceCase::profileId).toList()))
        .bindArray("keys", String.class, cases.stream().map(ServiceCase::key).toList())
        .bindArray(
            "severities", String.class, cases.stream().map(c -> c.severity().name()).toList())
        .bindArray("opened", Instant.class, cases.stream().map(ServiceCase::openedAt).toList())
        .execute();
  }

  /** Opens a case, or opens it again. */
  ServiceCase open(Handle handle, UUID profile, String key, Severity severity, Instant at) {
    return handle
        .createQuery(OPEN_OR_REOPEN)
        .bind("profile", profile)
        .bind("key", key)
        .bind("severity", severity)
        .bind("at", at)
        .map(CASE)
        .one();
  }

  Optional<ServiceCase> close(Handle handle, UUID profile, String key, Instant at) {
    return handle
        .createQuery(CLOSE)
        .bind("profile", profile)
        .bind("key", key)
        .bind("at", at)
        .map(CASE)
        .findOne();
  }

  /** All that are open, the longest open first, from after a case on. */
  List<ServiceCase> open(Handle handle, @Nullable ServiceCase after, int limit) {
    return handle
        .createQuery(OPEN)
        .bind("openedAt", after == null ? Instant.EPOCH : after.openedAt())
        .bind("profile", after == null ? new UUID(0, 0) : after.profileId())
        .bind("key", after == null ? "" : after.key())
        .bind("limit", limit)
        .map(CASE)
        .list();
  }

  /** The open cases of the profiles, oldest first. */
  public List<ServiceCase> openOf(Handle handle, Collection<UUID> profiles) {
    return handle.createQuery(OPEN_OF).bind("profiles", new UuidArray(profiles)).map(CASE).list();
  }
}
