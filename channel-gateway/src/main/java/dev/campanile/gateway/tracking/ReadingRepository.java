package dev.campanile.gateway.tracking;

import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.Receipt.Reader;
import dev.campanile.gateway.ledger.TrackedMessage;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Readings: those that came, and what became of them. */
@ApplicationScoped
class ReadingRepository {

  /**
   * Asks the card of this moment: who took the consent back, or was erased, is not written down.
   * Written twice is written once: a commit whose answer was lost is tried again.
   */
  private static final String KEEP =
      """
      insert into reading_arrived (id, message_id, planned_on, link, reader, at)
      select n.id, m.message_id, m.planned_on, n.link, n.reader, cast(n.at as timestamptz)
        from unnest(:ids, :messages, :plannedOns, :links, :readers, :ats)
          as n(id, message_id, planned_on, link, reader, at)
        join message m
          on m.message_id = n.message_id and m.planned_on = cast(n.planned_on as date)
        join contact_card c on c.profile_id = m.profile_id
       where not c.erased and c.tracking
      on conflict do nothing
      """;

  /** Replicas pass over each other's rows. */
  private static final String TAKE_RIPE =
      """
      with ripe as (
        select id, message_id, planned_on
          from reading_arrived
         where at <= :ripe
         order by at
         limit :most
           for update skip locked)
      delete from reading_arrived a
       using ripe r
        left join message m on m.message_id = r.message_id and m.planned_on = r.planned_on
       where a.id = r.id
      returning a.id, a.message_id as arrived_message, a.planned_on as arrived_planned_on, a.link,
                a.reader, a.at,
      """
          + TrackedMessage.COLUMNS;

  /** Also those another replica judges at this moment, or has judged. */
  private static final String CLICKS =
      """
      select message_id, planned_on, link, at
        from reading_arrived
       where message_id = any(:messages) and link <> '' and reader in ('HUMAN', 'SCANNER')
      union all
      select message_id, planned_on, link, last_at
        from reading
       where message_id = any(:messages) and link <> '' and reader in ('HUMAN', 'SCANNER')
      """;

  /** One click of a person says as much as the next within a minute. */
  private static final String COUNT =
      """
      insert into reading as r (
             message_id, planned_on, link, reader, first_at, last_at, count, told_at)
      select message_id, cast(planned_on as date), link, reader, cast(first_at as timestamptz),
             cast(last_at as timestamptz), count, cast(first_at as timestamptz)
        from unnest(:messages, :plannedOns, :links, :readers, :firsts, :lasts, :counts)
          as n(message_id, planned_on, link, reader, first_at, last_at, count)
      on conflict (message_id, planned_on, link, reader) do update
         set first_at = least(r.first_at, excluded.first_at),
             last_at = greatest(r.last_at, excluded.last_at),
             count = r.count + excluded.count,
             told_at = case when r.reader = 'HUMAN' and r.link <> ''
                             and excluded.first_at >= r.told_at + interval '1 minute'
                            then excluded.first_at else r.told_at end
      returning new.message_id, new.planned_on, new.link, new.reader,
                old.told_at is distinct from new.told_at as tell
      """;

  void keep(Handle handle, List<Reading> readings) {
    var insert = handle.createUpdate(KEEP);
    Columns.of(readings, insert)
        .uuids("ids", Reading::id)
        .uuids("messages", it -> it.mark().message().value())
        .names("plannedOns", it -> it.mark().plannedOn())
        .texts("links", it -> it.mark().link())
        .names("readers", Reading::reader)
        .instants("ats", Reading::at);
    insert.execute();
  }

  /** They are ours: deleted, if the transaction commits. */
  List<ArrivedReading> takeRipe(Handle handle, Instant ripe, int most) {
    return handle
        .createQuery(TAKE_RIPE)
        .bind("ripe", ripe)
        .bind("most", most)
        .map((row, _) -> new ArrivedReading(arrived(row), TrackedMessage.read(row)))
        .list();
  }

  private static Reading arrived(ResultSet row) throws SQLException {
    return new Reading(
        row.getObject("id", UUID.class),
        new Mark(
            new MessageId(row.getObject("arrived_message", UUID.class)),
            row.getObject("arrived_planned_on", LocalDate.class),
            row.getString("link")),
        Reader.valueOf(row.getString("reader")),
        row.getTimestamp("at").toInstant());
  }

  /** Clicks by message, of whoever is not known as another machine. */
  Map<MessageId, List<Reading>> clicks(Handle handle, Collection<MessageId> messages) {
    return handle
        .createQuery(CLICKS)
        .bind("messages", new UuidArray(messages.stream().map(MessageId::value).toList()))
        .map(
            (row, _) ->
                new Reading(
                    new UUID(0, 0), mark(row), Reader.HUMAN, row.getTimestamp("at").toInstant()))
        .stream()
        .collect(Collectors.groupingBy(it -> it.mark().message()));
  }

  /**
   * Adds them up. In one order, everywhere, so that two who count the same wait and do not
   * deadlock.
   *
   * @return what is to be told
   */
  Set<Tally.Key> count(Handle handle, Collection<Tally> tallies) {
    var insert = handle.createQuery(COUNT);
    Columns.of(tallies.stream().sorted().toList(), insert)
        .uuids("messages", it -> it.key().mark().message().value())
        .names("plannedOns", it -> it.key().mark().plannedOn())
        .texts("links", it -> it.key().mark().link())
        .names("readers", it -> it.key().reader())
        .instants("firsts", it -> it.first().at())
        .instants("lasts", Tally::lastAt)
        .longs("counts", Tally::count);
    Set<Tally.Key> tell = new HashSet<>();
    insert
        .map(
            (row, _) ->
                Map.entry(
                    new Tally.Key(mark(row), Reader.valueOf(row.getString("reader"))),
                    row.getBoolean("tell")))
        .forEach(
            entry -> {
              if (entry.getValue()) {
                tell.add(entry.getKey());
              }
            });
    return tell;
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        new MessageId(row.getObject("message_id", UUID.class)),
        row.getObject("planned_on", LocalDate.class),
        row.getString("link"));
  }
}
