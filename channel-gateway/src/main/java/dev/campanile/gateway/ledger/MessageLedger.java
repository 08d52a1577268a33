package dev.campanile.gateway.ledger;

import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.Receipt;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Messages and their attempts, as stored. */
@ApplicationScoped
public class MessageLedger {

  /** In one order, everywhere, so that two who want the same rows wait and do not deadlock. */
  private static final String LOCK =
      """
      select %s
        from message m
       where m.message_id = any(:ids)
       order by m.message_id
         for update
      """
          .formatted(MessageMapper.COLUMNS);

  private static final String FIND =
      "select %s from message m where m.message_id = :id".formatted(MessageMapper.COLUMNS);

  /**
   * A change of state ends any permission to send that was given before it: that names the
   * revision.
   */
  private static final String SAVE =
      """
      update message m
         set state = n.state, revision = n.revision, changed_at = cast(n.changed_at as timestamptz),
             channel = n.channel, address = n.address, locale = n.locale, reason = n.reason,
             answer = n.answer, due_at = cast(n.due_at as timestamptz),
             refused_channels = n.refused_channels, possible_duplicate = n.possible_duplicate,
             gated_at = cast(n.gated_at as timestamptz), gated_card = n.gated_card,
             reservation_id = n.reservation_id, trace = coalesce(cast(n.trace as json), m.trace)
        from unnest(:ids, :plannedOns, :states, :revisions, :changedAts, :channels, :addresses,
                    :locales, :reasons, :answers, :dueAts, :refusedChannels, :possibleDuplicates,
                    :gatedAts, :gatedCards, :reservations, :traces)
          as n(message_id, planned_on, state, revision, changed_at, channel, address, locale, reason,
               answer, due_at, refused_channels, possible_duplicate, gated_at, gated_card,
               reservation_id, trace)
       where m.message_id = n.message_id and m.planned_on = cast(n.planned_on as date)
      """;

  /** The provider took what was written ahead, and nothing has happened to it since. */
  private static final String ACCEPT =
      """
      update message m
         set state = 'ACCEPTED', revision = m.revision + 1, changed_at = cast(n.at as timestamptz),
             reason = null, answer = null, due_at = null, reservation_id = null,
             accepted_at = cast(n.at as timestamptz), provider_id = n.provider_id
        from unnest(:ids, :plannedOns, :revisions, :ats, :providerIds)
               as n(message_id, planned_on, revision, at, provider_id)
       where m.message_id = n.message_id and m.planned_on = cast(n.planned_on as date)
         and m.state = 'SENDING' and m.revision = n.revision - 1
      returning m.message_id
      """;

  /** The higher rank wins; what is known of the hand-off stays known. */
  private static final String SAVE_ATTEMPTS =
      """
      insert into attempt as a (
             message_id, planned_on, attempt, channel, state, rank, at, provider_id, code, answer)
      select message_id, cast(planned_on as date), attempt, channel, state, rank,
             cast(at as timestamptz), provider_id, code, answer
        from unnest(:ids, :plannedOns, :numbers, :channels, :states, :ranks, :ats, :providerIds,
                    :codes, :answers)
          as n(message_id, planned_on, attempt, channel, state, rank, at, provider_id, code, answer)
      on conflict (message_id, attempt, planned_on) do update
         set state = case when excluded.rank > a.rank then excluded.state else a.state end,
             at = case when excluded.rank > a.rank then excluded.at else a.at end,
             code = case when excluded.rank > a.rank then excluded.code else a.code end,
             answer = coalesce(excluded.answer, a.answer),
             rank = greatest(a.rank, excluded.rank),
             provider_id = coalesce(a.provider_id, excluded.provider_id)
      """;

  private static final String RATE_LIMITED =
      """
      select message_id, count(*) as attempts
        from attempt
       where message_id = any(:ids) and state = 'REFUSED_FOR_NOW' and code = 'RATE_LIMITED'
       group by message_id
      """;

  private final Event<Reserved> reserved;

  MessageLedger(Event<Reserved> reserved) {
    this.reserved = reserved;
  }

  /** How many attempts of each a rate limit refused; of those with none nothing is said. */
  public Map<MessageId, Integer> rateLimited(Handle handle, Collection<MessageId> ids) {
    Map<MessageId, Integer> limited = new HashMap<>();
    handle
        .createQuery(RATE_LIMITED)
        .bind("ids", new UuidArray(ids.stream().map(MessageId::value).toList()))
        .map(
            (row, _) ->
                Map.entry(
                    new MessageId(row.getObject("message_id", UUID.class)), row.getInt("attempts")))
        .forEach(one -> limited.put(one.getKey(), one.getValue()));
    return limited;
  }

  /** Nobody else changes them until the transaction ends. */
  public List<Message> lock(Handle handle, Collection<MessageId> ids) {
    return handle
        .createQuery(LOCK)
        .bind("ids", new UuidArray(ids.stream().map(MessageId::value).toList()))
        .map(MessageMapper.MESSAGE)
        .list();
  }

  public Optional<Message> find(Handle handle, MessageId id) {
    return handle.createQuery(FIND).bind("id", id.value()).map(MessageMapper.MESSAGE).findFirst();
  }

  /** Of messages the transaction has locked. */
  public void save(Handle handle, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    Reservations reservations = Reservations.among(changes);
    var update = handle.createUpdate(SAVE);
    Columns.of(changes, update)
        .uuids("ids", it -> it.after().id().value())
        .names("plannedOns", it -> it.after().intent().plannedOn())
        .names("states", it -> it.after().state())
        .ints("revisions", it -> progress(it).revision())
        .instants("changedAts", it -> progress(it).changedAt())
        .names("channels", it -> progress(it).channel())
        .texts("addresses", it -> progress(it).address())
        .texts("locales", it -> progress(it).locale())
        .names("reasons", it -> progress(it).reason())
        .texts("answers", it -> progress(it).answer())
        .instants("dueAts", it -> progress(it).dueAt())
        .texts("refusedChannels", it -> MessageMapper.joined(progress(it).refusedChannels()))
        .booleans("possibleDuplicates", it -> progress(it).possibleDuplicate())
        .instants("gatedAts", it -> progress(it).gatedAt())
        .longs("gatedCards", it -> progress(it).gatedCard())
        .uuids("reservations", it -> reservations.of(it.after()))
        .texts("traces", StoredTrace::of);
    update.execute();
    if (!reservations.isEmpty()) {
      reservations.add(handle);
      reserved.fire(reservations.told(false));
    }
    Waits.change(handle, changes);
  }

  /**
   * Saves the common end of a hand-off without locking and reading the messages first.
   *
   * @param changes of SENDING messages, made by an acceptance
   * @return those that are saved; to the others something has happened meanwhile
   */
  public List<Change> accept(Handle handle, List<Change> changes) {
    if (changes.isEmpty()) {
      return List.of();
    }
    var update = handle.createQuery(ACCEPT);
    Columns.of(changes, update)
        .uuids("ids", it -> it.after().id().value())
        .names("plannedOns", it -> it.after().intent().plannedOn())
        .ints("revisions", it -> progress(it).revision())
        .instants("ats", it -> progress(it).changedAt())
        .texts("providerIds", MessageLedger::providerId);
    Set<UUID> saved = update.mapTo(UUID.class).collect(Collectors.toSet());
    return saved.size() == changes.size()
        ? changes
        : changes.stream().filter(it -> saved.contains(it.after().id().value())).toList();
  }

  public void saveAttempts(Handle handle, List<Attempt> attempts) {
    if (attempts.isEmpty()) {
      return;
    }
    var insert = handle.createUpdate(SAVE_ATTEMPTS);
    Columns.of(attempts, insert)
        .uuids("ids", it -> it.message().value())
        .names("plannedOns", Attempt::plannedOn)
        .ints("numbers", Attempt::number)
        .names("channels", Attempt::channel)
        .names("states", Attempt::state)
        .ints("ranks", it -> it.state().rank())
        .instants("ats", Attempt::at)
        .texts("providerIds", Attempt::providerId)
        .texts("codes", Attempt::code)
        .texts("answers", Attempt::answer);
    insert.execute();
  }

  private static @Nullable String providerId(Change accepted) {
    return accepted.receipt() instanceof Receipt.Accepted receipt ? receipt.providerId() : null;
  }

  private static Progress progress(Change change) {
    return change.after().progress();
  }
}
