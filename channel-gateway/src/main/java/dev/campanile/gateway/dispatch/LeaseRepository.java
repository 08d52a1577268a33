package dev.campanile.gateway.dispatch;

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
import java.util.Queue;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes reservations of which nobody holds the lease, and ends those that are over. */
@ApplicationScoped
class LeaseRepository {

  /** Before every turn. */
  static final UUID FIRST_TURN = new UUID(0, 0);

  /** Reservations of single messages are many and small. */
  private static final int MOST_RESERVATIONS = 64;

  /**
   * One turn's reservations, oldest first, until they hold enough messages; the turn is the next
   * after the last one served, so that a large run starves no small one. Replicas pass over each
   * other's rows. A lease that is lost with the server starts nothing: that needs it, and is waited
   * for.
   */
  private static final String CLAIM =
      """
      with over as (
        delete from reservation r
         using unnest(:overIds, :overEpochs) as n(id, epoch)
         where r.id = n.id and r.epoch = n.epoch),
      turn as (
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
       where r.id = n.id and %s
      returning r.id, r.epoch,
                (select exists (select 1
                                  from reservation o
                                 where o.channel = :channel and o.lane = :lane
                                   and o.leased_until is null
                                   and o.id not in (select id from next))) as more
      """
          .formatted(Database.DURABLE_LATER);

  /** What of them has not been decided otherwise since. */
  private static final String MESSAGES =
      """
      select %s, m.data, m.reservation_id, coalesce(c.tracking, false) as tracked
        from reservation r
        join message m
          on m.message_id = any(r.messages) and m.planned_on = r.planned_on and m.reservation_id = r.id
        left join contact_card c
          on c.profile_id = m.profile_id and c.version = m.gated_card and not c.erased
       where r.id = any(:ids) and m.state = 'RESERVED'
      """
          .formatted(MessageMapper.COLUMNS);

  private final Database database;
  private final RecentArrivals recent;
  private final DispatchConfig config;

  LeaseRepository(Database database, RecentArrivals recent, DispatchConfig config) {
    this.database = database;
    this.recent = recent;
    this.config = config;
  }

  /**
   * Takes a turn, and ends leases that are over: in a statement of their own they would cost as
   * much again.
   *
   * @param over of these, and of the turn when this fails half-way, a sweep ends what is left
   * @param after the turn served last
   * @param most about how many messages: the last reservation is taken whole
   */
  Turn claim(Channel channel, Lane lane, Collection<Lease> over, UUID after, int most) {
    List<Held> held =
        database.statement(
            handle -> {
              var claim =
                  handle
                      .createQuery(CLAIM)
                      .bind("channel", channel)
                      .bind("lane", lane)
                      .bind("after", after)
                      .bind("reservations", MOST_RESERVATIONS)
                      .bind("most", most)
                      .bind("lease", config.lease().toString());
              Columns.of(over, claim)
                  .uuids("overIds", Lease::reservation)
                  .ints("overEpochs", Lease::epoch);
              return claim
                  .map(
                      (row, _) ->
                          new Held(
                              row.getObject("id", UUID.class),
                              row.getInt("epoch"),
                              row.getBoolean("more")))
                  .list();
            });
    return held.isEmpty() ? Turn.NOTHING : turn(held, sendable(held));
  }

  /**
   * The messages of reservations that were just made here, under leases that are still to be taken.
   * What is not known any more is left to the next claim.
   *
   * @param offered from its head as many are taken as {@code most} needs, the last one whole
   * @param most about how many messages: all that waits while a provider stalls would not fit into
   *     the memory once it is rendered
   */
  List<Claimed> untaken(Queue<UUID> offered, int most) {
    List<Claimed> known = new ArrayList<>();
    while (known.size() < most) {
      UUID reservation = offered.poll();
      if (reservation == null) {
        break;
      }
      List<Sendable> messages = recent.take(reservation);
      if (messages != null) {
        Lease lease = Lease.untaken(reservation, messages.size());
        messages.forEach(it -> known.add(new Claimed(it, lease)));
      }
    }
    return known;
  }

  private Map<UUID, List<Sendable>> sendable(List<Held> held) {
    Map<UUID, List<Sendable>> sendable = new HashMap<>();
    List<UUID> unknown = new ArrayList<>();
    for (Held one : held) {
      List<Sendable> known = recent.take(one.id());
      if (known == null) {
        unknown.add(one.id());
      } else {
        sendable.put(one.id(), known);
      }
    }
    if (!unknown.isEmpty()) {
      database
          .read(handle -> read(handle, unknown))
          .forEach(
              one ->
                  sendable
                      .computeIfAbsent(one.reservation(), _ -> new ArrayList<>())
                      .add(one.sendable()));
    }
    return sendable;
  }

  private static List<Loaded> read(Handle handle, List<UUID> reservations) {
    return handle
        .createQuery(MESSAGES)
        .bind("ids", new UuidArray(reservations))
        .map(Loaded.MAPPER)
        .list();
  }

  private static Turn turn(List<Held> held, Map<UUID, List<Sendable>> sendable) {
    List<Claimed> claimed = new ArrayList<>();
    List<Lease> nothingLeft = new ArrayList<>();
    for (Held one : held) {
      List<Sendable> messages = sendable.getOrDefault(one.id(), List.of());
      Lease lease = Lease.claimed(one.id(), one.epoch(), messages.size());
      messages.forEach(it -> claimed.add(new Claimed(it, lease)));
      if (messages.isEmpty()) {
        nothingLeft.add(lease);
      }
    }
    return new Turn(claimed, nothingLeft, held.getFirst().more());
  }

  /**
   * @param nothingLeft of reservations of which everything was decided otherwise
   * @param more whether other reservations of the lane are waiting
   */
  record Turn(List<Claimed> messages, List<Lease> nothingLeft, boolean more) {

    private static final Turn NOTHING = new Turn(List.of(), List.of(), false);
  }

  private record Held(UUID id, int epoch, boolean more) {}
}
