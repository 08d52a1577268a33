package dev.campanile.campaign.reading;

import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Receipt.Reader;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Opens and clicks, folded. */
@ApplicationScoped
public class ReadingRepository {

  /** A machine that fetches without end is not worth more; what was counted is never recounted. */
  static final int MOST_EVENTS = 50;

  private static final String ADD =
      """
      insert into reading as r
             (source_id, message_id, kind, link, reader, channel, first_at, events)
      select n.source_id, n.message_id, n.kind, n.link, n.reader, min(n.channel), min(n.at),
             trim_array(array_agg(distinct n.event_id),
                        greatest(0, cast(count(distinct n.event_id) as int) - %1$d))
        from unnest(:sources, :messages, :kinds, :links, :readers, :channels, :ats, :events)
             as n (source_id, message_id, kind, link, reader, channel, at, event_id)
       group by n.source_id, n.message_id, n.kind, n.link, n.reader
       order by n.source_id, n.message_id, n.kind, n.link, n.reader
      on conflict (source_id, message_id, kind, link, reader) do update
         set first_at = least(r.first_at, excluded.first_at),
             events = r.events || array(select e
                                          from unnest(excluded.events) as e
                                         where e <> all (r.events)
                                         limit greatest(0, %1$d - cardinality(r.events)))
       where not excluded.events <@ r.events
      """
          .formatted(MOST_EVENTS);

  /** People are counted once in each group, by whom they read through and taken together. */
  private static final String COUNT =
      """
      select kind, link, reader, human, count(distinct message_id) as people,
             sum(cardinality(events)) as total
        from (select r.*, r.reader in ('HUMAN', 'PROXY') as human
                from reading r
               where r.source_id = :source) as r
       group by grouping sets ((kind, reader), (kind, human), (kind, link, reader),
                               (kind, link, human))
      """;

  public void add(Handle handle, List<Receipt.Reading> readings) {
    if (readings.isEmpty()) {
      return;
    }
    List<UUID> sources = new ArrayList<>();
    List<UUID> messages = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    List<String> links = new ArrayList<>();
    List<String> readers = new ArrayList<>();
    List<String> channels = new ArrayList<>();
    List<Instant> ats = new ArrayList<>();
    List<UUID> events = new ArrayList<>();
    for (Receipt.Reading reading : readings) {
      sources.add(reading.message().source().id());
      messages.add(reading.message().id().value());
      kinds.add(kindOf(reading).name());
      links.add(linkOf(reading));
      readers.add(reading.reader().name());
      channels.add(reading.channel().name());
      ats.add(reading.at());
      events.add(reading.eventId());
    }
    handle
        .createUpdate(ADD)
        .bind("sources", new UuidArray(sources))
        .bind("messages", new UuidArray(messages))
        .bindArray("kinds", String.class, kinds)
        .bindArray("links", String.class, links)
        .bindArray("readers", String.class, readers)
        .bindArray("channels", String.class, channels)
        .bindArray("ats", Instant.class, ats)
        .bind("events", new UuidArray(events))
        .execute();
  }

  public Readings of(Handle handle, UUID source) {
    return Readings.of(
        handle.createQuery(COUNT).bind("source", source).map((row, _) -> groupOf(row)).list());
  }

  private static Group groupOf(ResultSet row) throws SQLException {
    String reader = row.getString("reader");
    return new Group(
        Kind.valueOf(row.getString("kind")),
        row.getString("link"),
        reader == null ? null : Reader.valueOf(reader),
        row.getBoolean("human") && reader == null,
        new Readings.Count(row.getLong("people"), row.getLong("total")));
  }

  private static Kind kindOf(Receipt.Reading reading) {
    return switch (reading) {
      case Receipt.Opened _ -> Kind.OPENED;
      case Receipt.Clicked _ -> Kind.CLICKED;
    };
  }

  private static String linkOf(Receipt.Reading reading) {
    return switch (reading) {
      case Receipt.Opened _ -> "";
      case Receipt.Clicked clicked -> clicked.link();
    };
  }

  enum Kind {
    OPENED,
    CLICKED
  }

  /**
   * One of the counted groups.
   *
   * @param link null for all of them together
   * @param reader null for people, or machines, together
   * @param human whether it is of all people; a group of one reader says false
   */
  record Group(
      Kind kind,
      @Nullable String link,
      @Nullable Reader reader,
      boolean human,
      Readings.Count count) {}
}
