package dev.campanile.profile.timeline;

import dev.campanile.contracts.Channel;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.EpochMicros;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Keeps timelines. */
@ApplicationScoped
public class TimelineRepository {

  /** What asked for the messages is the same for most of a batch, and is read as JSON once. */
  private static final String ADD =
      """
      with source as materialized (
        select number, cast(json as jsonb) as json
          from unnest(:sources) with ordinality as s(json, number)
      )
      insert into timeline_entry
             (profile_id, fact_id, revision, at, kind, channel, message_id, source, reason, detail)
      select profile_id, fact_id, revision, timestamptz 'epoch' + at * interval '1 microsecond', kind,
             channel, message_id, source.json, reason, detail
        from unnest(:profiles, :facts, :revisions, :times, :kinds, :channels, :messages,
                    :sourceNumbers, :reasons, :details)
          as n(profile_id, fact_id, revision, at, kind, channel, message_id, source_number, reason,
               detail)
        left join source on source.number = n.source_number
       order by profile_id, fact_id, revision
      on conflict (profile_id, fact_id, revision) do nothing
      """;

  private static final String PAGE =
      """
      select *
        from timeline_entry
       where profile_id = :profile
         and (cast(:at as timestamptz) is null
              or (at, fact_id, revision) < (cast(:at as timestamptz), :fact, :revision))
       order by at desc, fact_id desc, revision desc
       limit :limit
      """;

  public void add(Handle handle, Collection<TimelineEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    List<String> sources =
        entries.stream().map(TimelineEntry::source).filter(Objects::nonNull).distinct().toList();
    Update add = handle.createUpdate(ADD).bindArray("sources", String.class, sources);
    Columns.of(entries, add)
        .uuids("profiles", TimelineEntry::profileId)
        .uuids("facts", TimelineEntry::factId)
        .ints("revisions", TimelineEntry::revision)
        .longs("times", one -> EpochMicros.of(one.at()))
        .texts("kinds", TimelineEntry::kind)
        .names("channels", TimelineEntry::channel)
        .uuids("messages", TimelineEntry::messageId)
        .longs("sourceNumbers", one -> numberOf(one.source(), sources))
        .texts("reasons", TimelineEntry::reason)
        .texts("details", TimelineEntry::detail);
    add.execute();
  }

  List<TimelineEntry> page(Handle handle, UUID profile, @Nullable Position after, int limit) {
    return handle
        .createQuery(PAGE)
        .bind("profile", profile)
        .bind("at", after == null ? null : after.at().toString())
        .bind("fact", after == null ? null : after.factId())
        .bind("revision", after == null ? null : after.revision())
        .bind("limit", limit)
        .map((row, _) -> entry(row))
        .list();
  }

  private static TimelineEntry entry(ResultSet row) throws SQLException {
    String channel = row.getString("channel");
    return new TimelineEntry(
        row.getObject("profile_id", UUID.class),
        row.getObject("fact_id", UUID.class),
        row.getInt("revision"),
        row.getTimestamp("at").toInstant(),
        row.getString("kind"),
        channel == null ? null : Channel.valueOf(channel),
        row.getObject("message_id", UUID.class),
        row.getString("source"),
        row.getString("reason"),
        row.getString("detail"));
  }

  private static @Nullable Long numberOf(@Nullable String source, List<String> sources) {
    return source == null ? null : sources.indexOf(source) + 1L;
  }

  /** Where a page ended. */
  record Position(Instant at, UUID factId, int revision) {}
}
