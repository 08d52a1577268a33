package dev.campanile.gateway.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** New messages: each once, however often it is asked for. */
@ApplicationScoped
public class Arrivals {

  private static final String KNOWN = "select message_id from message where message_id = any(:ids)";

  /** The messages and, of those that are RESERVED, their reservations. */
  private static final String STORE_NEW =
      """
      with n as (
        select *
          from unnest(:ids, :buckets, :profiles, :requests, :expiresAts, :cardVersions, :states, :revisions, :channels,
                      :addresses, :locales, :reasons, :answers, :dueAts, :gatedAts, :gatedCards, :data, :traces,
                      :toChannels, :toAddresses, :toLocales, :reservations, :sendingVersions)
            as u(message_id, bucket, profile_id, request, expires_at, card_version, state, revision, channel, address,
                 locale, reason, answer, due_at, gated_at, gated_card, data, trace, to_channel, to_address, to_locale,
                 reservation_id, sending_version)),
      reserved as (
        insert into reservation (id, channel, lane, turn, planned_on, messages, reserved_at)
        select reservation_id, channel, :lane, :turn, :plannedOn, array_agg(message_id), :arrivedAt
          from n
         where reservation_id is not null
         group by reservation_id, channel)
      insert into message (
             message_id, planned_on, bucket, profile_id, source_type, source_key, run_id, request_id, content_key,
             content_version, category, topic, plan, lane, expires_at, card_version, arrived_at,
             state, revision, changed_at, channel, address, locale, reason, answer, due_at,
             refused_channels, attempt, possible_duplicate, gated_at, gated_card, data, trace,
             to_channel, to_address, to_locale, reservation_id, sending_version)
      select n.message_id, :plannedOn, n.bucket, n.profile_id, :sourceType, :sourceKey, :turn, n.request, :contentKey,
             :contentVersion, :category, :topic, :plan, :lane, cast(n.expires_at as timestamptz), n.card_version, :arrivedAt,
             n.state, n.revision, :arrivedAt, n.channel, n.address, n.locale, n.reason, n.answer,
             cast(n.due_at as timestamptz), '', 0, false, cast(n.gated_at as timestamptz),
             n.gated_card, cast(n.data as json), cast(n.trace as json), n.to_channel, n.to_address, n.to_locale,
             n.reservation_id, n.sending_version
        from n
      on conflict do nothing
      returning message_id
      """;

  private final RecentArrivals recent;
  private final Event<Reserved> reserved;

  Arrivals(RecentArrivals recent, Event<Reserved> reserved) {
    this.recent = recent;
    this.reserved = reserved;
  }

  /** Those of the ids that are in the ledger already. */
  public Set<MessageId> known(Handle handle, Collection<MessageId> ids) {
    return handle
        .createQuery(KNOWN)
        .bind("ids", new UuidArray(ids.stream().map(MessageId::value).toList()))
        .mapTo(UUID.class)
        .map(MessageId::new)
        .collect(Collectors.toSet());
  }

  /** Answers the ids of those that are new. */
  public Set<MessageId> store(Handle handle, List<Arrival> arrivals) {
    Set<MessageId> stored = new HashSet<>();
    arrivals.stream()
        .collect(groupingBy(Common::of, LinkedHashMap::new, toList()))
        .forEach((common, alike) -> stored.addAll(store(handle, common, alike)));
    Waits.begin(handle, changes(among(arrivals, stored)));
    return stored;
  }

  private Set<MessageId> store(Handle handle, Common common, List<Arrival> alike) {
    Reservations reservations = Reservations.among(changes(alike));
    var insert = common.bind(handle.createQuery(STORE_NEW));
    Columns.of(alike, insert)
        .uuids("ids", it -> it.change().after().id().value())
        .ints("buckets", it -> intent(it).bucket().value())
        .uuids("profiles", it -> intent(it).profileId().value())
        .uuids("requests", it -> StoredSource.requestOf(intent(it).source()))
        .instants("expiresAts", it -> intent(it).expiresAt())
        .longs("cardVersions", it -> intent(it).cardVersion())
        .names("states", it -> it.change().after().state())
        .ints("revisions", it -> progress(it).revision())
        .names("channels", it -> progress(it).channel())
        .texts("addresses", it -> progress(it).address())
        .texts("locales", it -> progress(it).locale())
        .names("reasons", it -> progress(it).reason())
        .texts("answers", it -> progress(it).answer())
        .instants("dueAts", it -> progress(it).dueAt())
        .instants("gatedAts", it -> progress(it).gatedAt())
        .longs("gatedCards", it -> progress(it).gatedCard())
        .texts("data", it -> Json.text(it.data()))
        .texts("traces", it -> StoredTrace.of(it.change()))
        .names("toChannels", it -> part(it, NamedAddress::channel))
        .texts("toAddresses", it -> part(it, NamedAddress::address))
        .texts("toLocales", it -> part(it, NamedAddress::locale))
        .uuids("reservations", it -> reservations.of(it.change().after()))
        .longs("sendingVersions", it -> intent(it).sendingVersion());
    Set<MessageId> stored =
        insert.mapTo(UUID.class).map(MessageId::new).collect(Collectors.toSet());
    if (!reservations.isEmpty()) {
      recent.keep(byReservation(among(alike, stored), reservations));
      reserved.fire(reservations.told(true));
    }
    return stored;
  }

  private static List<Arrival> among(List<Arrival> arrivals, Set<MessageId> stored) {
    return arrivals.stream().filter(it -> stored.contains(it.change().after().id())).toList();
  }

  private static Map<UUID, List<Sendable>> byReservation(
      List<Arrival> arrivals, Reservations reservations) {
    Map<UUID, List<Sendable>> all = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      Message message = arrival.change().after();
      UUID reservation = reservations.of(message);
      if (reservation != null) {
        all.computeIfAbsent(reservation, _ -> new ArrayList<>())
            .add(new Sendable(message, arrival.data(), arrival.tracked()));
      }
    }
    return all;
  }

  private static List<Change> changes(List<Arrival> arrivals) {
    return arrivals.stream().map(Arrival::change).toList();
  }

  private static <P> @Nullable P part(Arrival arrival, Function<NamedAddress, @Nullable P> part) {
    NamedAddress to = intent(arrival).to();
    return to == null ? null : part.apply(to);
  }

  private static Intent intent(Arrival arrival) {
    return arrival.change().after().intent();
  }

  private static Progress progress(Arrival arrival) {
    return arrival.change().after().progress();
  }

  /** What all messages of a run have in common, and all single ones with one content: sent once. */
  private record Common(
      LocalDate plannedOn,
      StoredSource.Type sourceType,
      String sourceKey,
      UUID turn,
      ContentRef content,
      Category category,
      @Nullable ConsentTopic topic,
      List<PlannedChannel> plan,
      Lane lane,
      Instant arrivedAt) {

    static Common of(Arrival arrival) {
      Intent intent = intent(arrival);
      StoredSource source = StoredSource.of(intent.source());
      return new Common(
          intent.plannedOn(),
          source.type(),
          source.key(),
          source.turn(),
          intent.content(),
          intent.category(),
          intent.topic(),
          intent.plan(),
          intent.lane(),
          intent.arrivedAt());
    }

    Query bind(Query insert) {
      return insert
          .bind("plannedOn", plannedOn)
          .bind("sourceType", sourceType)
          .bind("sourceKey", sourceKey)
          .bind("turn", turn)
          .bind("contentKey", content.key())
          .bind("contentVersion", content.version())
          .bind("category", category)
          .bind("topic", topic == null ? null : topic.value())
          .bind("plan", MessageMapper.inOrder(plan))
          .bind("lane", lane)
          .bind("arrivedAt", arrivedAt);
    }
  }
}
