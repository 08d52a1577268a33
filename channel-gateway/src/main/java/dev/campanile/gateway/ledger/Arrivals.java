package dev.campanile.gateway.ledger;

import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.gateway.batch.Columns;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** New messages: each once, however often it is asked for. */
@ApplicationScoped
public class Arrivals {

  private static final String KNOWN = "select message_id from message where message_id = any(:ids)";

  private static final String STORE_NEW =
      """
      insert into message (
             message_id, planned_on, bucket, profile_id, source_type, source_key, run_id, request_id, content_key,
             content_version, category, topic, plan, lane, expires_at, card_version, arrived_at,
             state, revision, changed_at, channel, address, locale, reason, answer, due_at,
             refused_channels, attempt, possible_duplicate, gated_at, gated_card, data, trace,
             to_channel, to_address, to_locale, reservation_id)
      select n.message_id, :plannedOn, :bucket, n.profile_id, :sourceType, :sourceKey, :turn, :request, :contentKey,
             :contentVersion, :category, :topic, :plan, :lane, :expiresAt, n.card_version, :arrivedAt,
             n.state, n.revision, :arrivedAt, n.channel, n.address, n.locale, n.reason, n.answer,
             cast(n.due_at as timestamptz), '', 0, false, cast(n.gated_at as timestamptz),
             n.gated_card, cast(n.data as json), cast(n.trace as json), n.to_channel, n.to_address, n.to_locale,
             n.reservation_id
        from unnest(:ids, :profiles, :cardVersions, :states, :revisions, :channels, :addresses,
                    :locales, :reasons, :answers, :dueAts, :gatedAts, :gatedCards, :data, :traces, :toChannels,
                    :toAddresses, :toLocales, :reservations)
          as n(message_id, profile_id, card_version, state, revision, channel, address, locale,
               reason, answer, due_at, gated_at, gated_card, data, trace, to_channel, to_address, to_locale, reservation_id)
      on conflict do nothing
      returning message_id
      """;

  private final RecentArrivals recent;

  Arrivals(RecentArrivals recent) {
    this.recent = recent;
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

  /**
   * @param arrivals of one request: they differ in who they are for, and in what the gate said
   * @return the ids of those that are new
   */
  public Set<MessageId> store(Handle handle, List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return Set.of();
    }
    Reservations reservations = Reservations.among(changes(arrivals));
    var insert = handle.createQuery(STORE_NEW);
    bindRequest(insert, arrivals.getFirst().change().after().intent());
    Columns.of(arrivals, insert)
        .uuids("ids", it -> it.change().after().id().value())
        .uuids("profiles", it -> it.change().after().intent().profileId().value())
        .longs("cardVersions", it -> it.change().after().intent().cardVersion())
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
        .uuids("reservations", it -> reservations.of(it.change().after()));
    Set<MessageId> stored =
        insert.mapTo(UUID.class).map(MessageId::new).collect(Collectors.toSet());
    reservations.add(handle);
    List<Arrival> ours =
        arrivals.stream().filter(it -> stored.contains(it.change().after().id())).toList();
    Waits.begin(handle, changes(ours));
    recent.keep(byReservation(ours, reservations));
    return stored;
  }

  private static Map<UUID, List<Sendable>> byReservation(
      List<Arrival> arrivals, Reservations reservations) {
    Map<UUID, List<Sendable>> all = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      Message message = arrival.change().after();
      UUID reservation = reservations.of(message);
      if (reservation != null) {
        all.computeIfAbsent(reservation, _ -> new ArrayList<>())
            .add(new Sendable(message, arrival.data()));
      }
    }
    return all;
  }

  private static List<Change> changes(List<Arrival> arrivals) {
    return arrivals.stream().map(Arrival::change).toList();
  }

  private static void bindRequest(SqlStatement<?> insert, Intent intent) {
    insert
        .bind("plannedOn", intent.plannedOn())
        .bind("bucket", intent.bucket().value())
        .bind("contentKey", intent.content().key())
        .bind("contentVersion", intent.content().version())
        .bind("category", intent.category())
        .bind("topic", intent.topic() == null ? null : intent.topic().value())
        .bind("plan", MessageMapper.inOrder(intent.plan()))
        .bind("lane", intent.lane())
        .bind("expiresAt", intent.expiresAt())
        .bind("arrivedAt", intent.arrivedAt());
    StoredSource source = StoredSource.of(intent.source());
    insert
        .bind("sourceType", source.type())
        .bind("sourceKey", source.key())
        .bind("turn", source.turn())
        .bind("request", source.request());
  }

  private static <P> @Nullable P part(Arrival arrival, Function<NamedAddress, @Nullable P> part) {
    NamedAddress to = arrival.change().after().intent().to();
    return to == null ? null : part.apply(to);
  }

  private static Progress progress(Arrival arrival) {
    return arrival.change().after().progress();
  }
}
