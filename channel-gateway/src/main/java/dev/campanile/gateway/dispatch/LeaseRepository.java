package dev.campanile.gateway.dispatch;

import static java.util.stream.Collectors.toMap;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.gateway.ledger.MessageMapper;
import dev.campanile.gateway.ledger.RecentArrivals;
import dev.campanile.gateway.ledger.Sendable;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes reservations of which nobody holds the lease, and ends those that are done with. */
@ApplicationScoped
class LeaseRepository {

  /** Before every turn. */
  static final UUID FIRST_TURN = new UUID(0, 0);

  /** Reservations of single messages are many and small. */
  private static final int MOST_RESERVATIONS = 64;

  /**
   * One turn's reservations, oldest first, until they hold enough messages; the turn is the next
   * after the last one served, so that a large run starves no small one. Replicas pass over each
   * other's rows.
   */
  private static final String CLAIM =
      """
      with turn as (
        select coalesce(
                 (select turn from reservation
                   where channel = :channel and lane = :lane and turn > :after and leased_until is null
                   order by turn limit 1),
                 (select turn from reservation
                   where channel = :channel and lane = :lane and leased_until is null
                   order by turn limit 1)) as turn),
      free as (
        select id, reserved_at, cardinality(messages) as size
          from reservation
         where channel = :channel and lane = :lane and turn = (select turn from turn)
           and leased_until is null
         order by reserved_at
         limit :reservations
           for update skip locked),
      next as (
        select id
          from (select id, sum(size) over (order by reserved_at, id) - size as before from free) summed
         where before < :most)
      update reservation r
         set epoch = r.epoch + 1, leased_until = clock_timestamp() + cast(:lease as interval)
        from next n
       where r.id = n.id
      returning r.id, r.epoch
      """;

  /** What of them has not been decided otherwise since. */
  private static final String MESSAGES =
      """
      select %s, m.data, m.reservation_id
        from reservation r
        join message m
          on m.message_id = any(r.messages) and m.planned_on = r.planned_on and m.reservation_id = r.id
       where r.id = any(:ids) and m.state = 'RESERVED'
      """
          .formatted(MessageMapper.COLUMNS);

  private static final String END =
      """
      delete from reservation r
       using unnest(:ids, :epochs) as n(id, epoch)
       where r.id = n.id and r.epoch = n.epoch
      """;

  private final Database database;
  private final RecentArrivals recent;
  private final DispatchConfig config;

  LeaseRepository(Database database, RecentArrivals recent, DispatchConfig config) {
    this.database = database;
    this.recent = recent;
    this.config = config;
  }

  /**
   * @param after the turn served last
   * @param most about how many messages: the last reservation is taken whole
   */
  List<Claimed> claim(Channel channel, Lane lane, UUID after, int most) {
    return database.transaction(
        handle -> {
          Map<UUID, Integer> epochs =
              handle
                  .createQuery(CLAIM)
                  .bind("channel", channel)
                  .bind("lane", lane)
                  .bind("after", after)
                  .bind("reservations", MOST_RESERVATIONS)
                  .bind("most", most)
                  .bind("lease", config.lease().toString())
                  .map((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getInt("epoch")))
                  .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
          return epochs.isEmpty() ? List.of() : messages(handle, epochs);
        });
  }

  void end(Collection<Lease> leases) {
    database.inTransaction(handle -> end(handle, leases));
  }

  private static void end(Handle handle, Collection<Lease> leases) {
    if (leases.isEmpty()) {
      return;
    }
    var delete = handle.createUpdate(END);
    Columns.of(leases, delete).uuids("ids", Lease::reservation).ints("epochs", Lease::epoch);
    delete.execute();
  }

  /** A reservation of which everything was decided otherwise is done with at once. */
  private List<Claimed> messages(Handle handle, Map<UUID, Integer> epochs) {
    Map<UUID, List<Sendable>> sendable = new HashMap<>();
    List<UUID> unknown = new ArrayList<>();
    for (UUID id : epochs.keySet()) {
      List<Sendable> known = recent.take(id);
      if (known == null) {
        unknown.add(id);
      } else {
        sendable.put(id, known);
      }
    }
    if (!unknown.isEmpty()) {
      handle
          .createQuery(MESSAGES)
          .bind("ids", new UuidArray(unknown))
          .map(Loaded.MAPPER)
          .forEach(
              one ->
                  sendable
                      .computeIfAbsent(one.reservation(), _ -> new ArrayList<>())
                      .add(one.sendable()));
    }
    List<Claimed> claimed = new ArrayList<>();
    List<Lease> nothingLeft = new ArrayList<>();
    epochs.forEach(
        (id, epoch) -> {
          List<Sendable> messages = sendable.getOrDefault(id, List.of());
          Lease lease = new Lease(id, epoch, messages.size());
          messages.forEach(it -> claimed.add(new Claimed(it.message(), it.data(), lease)));
          if (messages.isEmpty()) {
            nothingLeft.add(lease);
          }
        });
    end(handle, nothingLeft);
    return claimed;
  }
}
