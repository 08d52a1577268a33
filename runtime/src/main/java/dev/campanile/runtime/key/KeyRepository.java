package dev.campanile.runtime.key;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The keys of this service. */
@ApplicationScoped
class KeyRepository {

  private static final String ADD =
      """
      insert into api_key (id, name, hash, scopes, created_at, created_by, expires_at)
      values (:id, :name, :hash, :scopes, :createdAt, :createdBy, :expiresAt)
      """;

  private static final String FIND = "select * from api_key where id = :id";

  private static final String PAGE =
      """
      select *
        from api_key
       where cast(:after as text) is null or id > :after
       order by id
       limit :limit
      """;

  /** Revoked twice is revoked the first time. */
  private static final String REVOKE =
      "update api_key set revoked_at = coalesce(revoked_at, :now) where id = :id";

  /** Coarse: who looks for keys nobody uses wants to know the day, and no call waits for a row. */
  private static final String USED =
      """
      update api_key
         set last_used_at = :now
       where id = :id
         and (last_used_at is null or last_used_at < cast(:now as timestamptz) - interval '1 hour')
      """;

  private static final RowMapper<StoredKey> KEY =
      (row, _) ->
          new StoredKey(
              row.getString("id"),
              row.getString("name"),
              row.getBytes("hash"),
              Stream.of((String[]) requireNonNull(row.getArray("scopes")).getArray())
                  .map(Grant::valueOf)
                  .collect(Collectors.toSet()),
              row.getTimestamp("created_at").toInstant(),
              row.getString("created_by"),
              instant(row, "expires_at"),
              instant(row, "revoked_at"),
              instant(row, "last_used_at"));

  void add(Handle handle, StoredKey key) {
    handle
        .createUpdate(ADD)
        .bind("id", key.id())
        .bind("name", key.name())
        .bind("hash", key.hash())
        .bindArray("scopes", String.class, key.scopes().stream().map(Grant::name).sorted().toList())
        .bind("createdAt", key.createdAt())
        .bind("createdBy", key.createdBy())
        .bind("expiresAt", key.expiresAt())
        .execute();
  }

  Optional<StoredKey> find(Handle handle, String id) {
    return handle.createQuery(FIND).bind("id", id).map(KEY).findOne();
  }

  List<StoredKey> page(Handle handle, @Nullable String after, int limit) {
    return handle.createQuery(PAGE).bind("after", after).bind("limit", limit).map(KEY).list();
  }

  /** Whether there is such a key. */
  boolean revoke(Handle handle, String id, Instant now) {
    return handle.createUpdate(REVOKE).bind("id", id).bind("now", now).execute() == 1;
  }

  void used(Handle handle, String id, Instant now) {
    handle.createUpdate(USED).bind("id", id).bind("now", now).execute();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
