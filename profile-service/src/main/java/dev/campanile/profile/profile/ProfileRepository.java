package dev.campanile.profile.profile;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.contracts.Channel;
import dev.campanile.profile.zone.ZoneSource;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds profiles. */
@ApplicationScoped
public class ProfileRepository {

  private static final String LOCK = "select id from profile where id = :id for update";

  private static final String FIND = "select * from profile where id = :id";

  /** Each filter may be absent; the address ones find every profile that holds it. */
  private static final String LIST =
      """
      select p.*
        from profile p
       where (cast(:after as uuid) is null or p.id > :after)
         and (cast(:externalId as text) is null or p.external_id = :externalId)
         and (cast(:email as text) is null
              or p.id in (select profile_id from profile_address
                           where address = :email and channel = 'EMAIL'))
         and (cast(:phone as text) is null
              or p.id in (select profile_id from profile_address
                           where address = :phone and channel in ('SMS', 'CHAT')))
       order by p.id
       limit :limit
      """;

  private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {};

  private final ObjectMapper json;

  ProfileRepository(ObjectMapper json) {
    this.json = json.copy().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  /**
   * Locks the profile a path names until the transaction ends; a 404 problem when there is none.
   */
  public UUID locked(Handle handle, String id) {
    return handle
        .createQuery(LOCK)
        .bind("id", idOf(id))
        .mapTo(UUID.class)
        .findOne()
        .orElseThrow(() -> noProfile(id));
  }

  /** A 404 problem when there is none. */
  public Profile get(Handle handle, String id) {
    return handle
        .createQuery(FIND)
        .bind("id", idOf(id))
        .map((row, _) -> profile(row))
        .findOne()
        .orElseThrow(() -> noProfile(id));
  }

  List<Profile> list(Handle handle, ProfileFilter filter, @Nullable UUID after, int limit) {
    return handle
        .createQuery(LIST)
        .bind("after", after)
        .bind("externalId", filter.externalId())
        .bind("email", filter.email())
        .bind("phone", filter.phone())
        .bind("limit", limit)
        .map((row, _) -> profile(row))
        .list();
  }

  /** A row that has all columns of table {@code profile}. */
  public Profile profile(ResultSet row) throws SQLException {
    return new Profile(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        row.getString("external_id"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("locale"),
        row.getString("country"),
        Stream.of((String[]) requireNonNull(row.getArray("zones")).getArray())
            .map(ZoneId::of)
            .toList(),
        ZoneSource.valueOf(row.getString("zone_source")),
        Optional.ofNullable(row.getString("preferred_channel")).map(Channel::valueOf).orElse(null),
        Optional.ofNullable(row.getString("tracking")).map(TrackingConsent::valueOf).orElse(null),
        traits(row.getString("traits")));
  }

  /** The column {@code traits}, as plain JSON values. */
  public Map<String, Object> traits(String column) {
    try {
      return json.readValue(column, JSON_OBJECT);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a jsonb column holds JSON", e);
    }
  }

  private static UUID idOf(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException _) {
      throw noProfile(id);
    }
  }

  private static Problem noProfile(String id) {
    return Problem.notFound("profile " + id);
  }
}
