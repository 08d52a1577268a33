package dev.campanile.profile.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.ProfileId;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Creates and changes profiles, many at once. */
@ApplicationScoped
public class ProfileWriter {

  /** In one statement and in one order, so that two writers of many profiles never deadlock. */
  private static final String LOCK =
      """
      select id
        from profile
       where external_id = any(:externalIds) or id = any(:ids)
       order by id
         for update
      """;

  private static final String CREATE =
      """
      insert into profile (id, bucket, external_id, first_name, last_name, locale, country, zones,
                           zone_source, preferred_channel, tracking, traits, created_at, updated_at)
      select id, bucket, external_id, first_name, last_name, locale, country,
             string_to_array(zones, ','), zone_source, channel, tracking,
             jsonb_strip_nulls(traits::jsonb), :now, :now
        from unnest(:ids, :buckets, :externalIds, :firstNames, :lastNames, :locales, :countries,
                    :zones, :zoneSources, :channels, :tracking, :traits)
          as n(id, bucket, external_id, first_name, last_name, locale, country, zones, zone_source,
               channel, tracking, traits)
       order by external_id
      on conflict (external_id) do nothing
      returning id, external_id
      """;

  /** A stated zone gives way only to another stated one. */
  private static final String CHANGE =
      """
      update profile p
         set first_name = case when :firstNameStated then n.first_name else p.first_name end,
             last_name = case when :lastNameStated then n.last_name else p.last_name end,
             locale = case when :localeStated then n.locale else p.locale end,
             country = case when :countryStated then n.country else p.country end,
             zones = case when :zoneStated or (:regionStated and p.zone_source <> 'EXPLICIT')
                          then string_to_array(n.zones, ',') else p.zones end,
             zone_source = case when :zoneStated or (:regionStated and p.zone_source <> 'EXPLICIT')
                                then n.zone_source else p.zone_source end,
             preferred_channel = case when :channelStated then n.channel
                                      else p.preferred_channel end,
             tracking = coalesce(n.tracking, p.tracking),
             traits = jsonb_strip_nulls(p.traits || n.traits::jsonb),
             updated_at = :now
        from unnest(:externalIds, :firstNames, :lastNames, :locales, :countries, :zones,
                    :zoneSources, :channels, :tracking, :traits)
          as n(external_id, first_name, last_name, locale, country, zones, zone_source, channel,
               tracking, traits)
       where p.external_id = n.external_id
      returning p.id, p.external_id
      """;

  private final ObjectMapper json;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  ProfileWriter(ObjectMapper json) {
    this.json = json;
  }

  /** Locks the profiles of these external ids, and others a transaction will touch. */
  public void lock(Handle handle, Collection<String> externalIds, Collection<UUID> others) {
    handle
        .createQuery(LOCK)
        .bindArray("externalIds", String.class, externalIds)
        .bind("ids", new UuidArray(others))
        .mapTo(UUID.class)
        .list();
  }

  /**
   * Creates the profiles that are new and changes those that are known.
   *
   * @return the ids by external id
   */
  public Map<String, UUID> write(
      Handle handle, Collection<ProfileDraft> drafts, StatedFields stated, Instant now) {
    Map<String, UUID> written = new HashMap<>(create(handle, drafts, now));
    Set<String> created = Set.copyOf(written.keySet());
    List<ProfileDraft> known =
        drafts.stream().filter(draft -> !created.contains(draft.externalId())).toList();
    if (!known.isEmpty()) {
      written.putAll(change(handle, known, stated, now));
    }
    return written;
  }

  private Map<String, UUID> create(Handle handle, Collection<ProfileDraft> drafts, Instant now) {
    List<UUID> fresh = drafts.stream().map(_ -> ids.generate()).toList();
    var query =
        handle
            .createQuery(CREATE)
            .bind("ids", new UuidArray(fresh))
            .bindArray(
                "buckets",
                Integer.class,
                fresh.stream().map(id -> Bucket.of(new ProfileId(id)).value()).toList())
            .bind("now", now);
    return byExternalId(bind(query, drafts));
  }

  private Map<String, UUID> change(
      Handle handle, Collection<ProfileDraft> drafts, StatedFields stated, Instant now) {
    var query =
        handle
            .createQuery(CHANGE)
            .bind("firstNameStated", stated.firstName())
            .bind("lastNameStated", stated.lastName())
            .bind("localeStated", stated.locale())
            .bind("countryStated", stated.country())
            .bind("zoneStated", stated.zone())
            .bind("regionStated", stated.region())
            .bind("channelStated", stated.preferredChannel())
            .bind("now", now);
    return byExternalId(bind(query, drafts));
  }

  private static Map<String, UUID> byExternalId(Query query) {
    return query
        .map((row, _) -> Map.entry(row.getString("external_id"), row.getObject("id", UUID.class)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private <S extends SqlStatement<S>> S bind(S statement, Collection<ProfileDraft> drafts) {
    return statement
        .bindArray("externalIds", String.class, column(drafts, ProfileDraft::externalId))
        .bindArray("firstNames", String.class, column(drafts, ProfileDraft::firstName))
        .bindArray("lastNames", String.class, column(drafts, ProfileDraft::lastName))
        .bindArray("locales", String.class, column(drafts, ProfileDraft::locale))
        .bindArray("countries", String.class, column(drafts, ProfileDraft::country))
        .bindArray("zones", String.class, column(drafts, ProfileWriter::zonesOf))
        .bindArray("zoneSources", String.class, column(drafts, d -> d.zones().source().name()))
        .bindArray("channels", String.class, column(drafts, ProfileWriter::channelOf))
        .bindArray("tracking", String.class, column(drafts, ProfileWriter::trackingOf))
        .bindArray("traits", String.class, column(drafts, this::traitsOf));
  }

  private static List<@Nullable String> column(
      Collection<ProfileDraft> drafts, Function<ProfileDraft, @Nullable String> value) {
    return drafts.stream().<@Nullable String>map(value).toList();
  }

  /** No zone's id has a comma. */
  private static String zonesOf(ProfileDraft draft) {
    return draft.zones().ids().stream().map(ZoneId::getId).collect(Collectors.joining(","));
  }

  private static @Nullable String channelOf(ProfileDraft draft) {
    return draft.preferredChannel() == null ? null : draft.preferredChannel().name();
  }

  private static @Nullable String trackingOf(ProfileDraft draft) {
    return draft.tracking() == null ? null : draft.tracking().name();
  }

  private String traitsOf(ProfileDraft draft) {
    try {
      return json.writeValueAsString(draft.traits());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("traits of text are always JSON", e);
    }
  }
}
