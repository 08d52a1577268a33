package dev.campanile.gateway.dispatch;

import static java.util.stream.Collectors.toSet;

import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.BodyHash;
import dev.campanile.gateway.control.RunControls;
import dev.campanile.gateway.gate.Gate;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The statement between the gate and the provider. */
@ApplicationScoped
class SendingRepository {

  /**
   * Write-ahead: what is committed as SENDING here, and nothing else, may be handed over. Asks once
   * more, at the last moment, all that may have changed since the gate: the lease, the expiry, the
   * age of the decision, the card of the customer or of all who hold the address, run controls,
   * revocations, what providers taught us of the address, and for marketing profile-service's sign
   * of life. Controls and signs of life are few: each is looked up once and not for each message.
   * The lease begins anew, so that it outlasts the call; one of a reservation that was just made
   * here begins now, if nobody else has claimed it.
   *
   * <p>Revocations are asked for in two ways: of a customer as {@code revoked()} says it, written
   * out because PostgreSQL would call a function for each row; of a named address by {@code
   * revoked_at()}.
   */
  private static final String START_SENDING =
      """
      with held as (
        update reservation h
           set leased_until = clock_timestamp() + cast(:lease as interval), epoch = n.epoch
          from unnest(:held, :epochs, :untaken) as n(id, epoch, untaken)
         where h.id = n.id
           and (h.epoch = n.epoch and h.leased_until > clock_timestamp()
                or n.untaken and h.epoch = 0 and h.leased_until is null)
        returning h.id),
      stopped as materialized (
        select scope
          from run_control
         where scope = any(:scopes) and state <> 'RUNNING'),
      killed as materialized (
        select killed_version from run_control where scope = 'everything'),
      heard as materialized (
        select bucket
          from bucket_heartbeat
         where bucket = any(:buckets) and at >= :heardAfter)
      update message m
         set state = 'SENDING', revision = m.revision + 1, attempt = m.attempt + 1,
             changed_at = :now, body_hash = n.body_hash,
             handed_over_at = case when m.channel in ('SMS', 'CHAT') then clock_timestamp() end
        from unnest(:ids, :plannedOns, :revisions, :reservations, :bodyHashes)
               as n(message_id, planned_on, revision, reservation_id, body_hash)
        join held on held.id = n.reservation_id
       where m.message_id = n.message_id and m.planned_on = cast(n.planned_on as date)
         and m.state = 'RESERVED' and m.revision = n.revision
         and m.expires_at > :now
         and m.gated_at > :decidedAfter
         and case
               when m.to_address is null
               then exists (select 1
                              from contact_card c
                             where c.profile_id = m.profile_id and not c.erased
                               and c.version = m.gated_card)
                    and not exists (
                          select 1
                            from revocation r
                           where r.address = m.address and r.channel = m.channel
                             and r.lifted_at is null
                             and case
                                   when r.topic = 'ALL'
                                   then m.category <> 'TRANSACTIONAL' or m.channel in ('SMS', 'CHAT')
                                   when r.topic = 'MARKETING' then m.category in ('MARKETING', 'SURVEY')
                                   else m.category in ('MARKETING', 'SURVEY') and r.topic = m.topic
                                 end
                             and not exists (
                                   select 1
                                     from revocation_fold f
                                    where f.revocation_id = r.id and f.profile_id = m.profile_id))
               else holders_state(m.to_channel, m.to_address) = m.gated_card
                    and not revoked_at(m.channel, m.address, m.category, m.topic)
             end
         and not exists (select 1
                           from stopped s
                          where s.scope in (cast(coalesce(m.request_id, m.run_id) as text), 'everything'))
         and (m.sending_version < (select killed_version from killed)) is not true
         and not exists (select 1
                           from address_suppression s
                          where s.address = m.address and s.channel = m.channel
                            and (s.reason = 'HARD' or m.category <> 'TRANSACTIONAL'
                                 or m.source_type = 'TEST'))
         and (m.category in ('TRANSACTIONAL', 'SERVICE') or m.source_type = 'TEST'
              or m.bucket in (select bucket from heard))
      returning m.message_id
      """;

  private final Database database;
  private final DispatchConfig config;

  SendingRepository(Database database, DispatchConfig config) {
    this.database = database;
    this.config = config;
  }

  /** The messages that may be handed over now, as they are committed. */
  Map<MessageId, Message> start(List<ReadyToSend> ready, Instant now) {
    Set<UUID> written =
        database.statement(
            handle -> {
              var update =
                  handle
                      .createQuery(START_SENDING)
                      .bind("now", now)
                      .bind("decidedAfter", now.minus(config.decisionAge()))
                      .bind("heardAfter", now.minus(Gate.HEARTBEAT_AGE))
                      .bind("lease", config.lease().toString())
                      .bindArray(
                          "scopes",
                          String.class,
                          RunControls.scopes(
                              ready.stream().map(it -> it.message().intent().source()).toList()))
                      .bindArray("buckets", Integer.class, buckets(ready));
              Columns.of(ready.stream().map(ReadyToSend::lease).distinct().toList(), update)
                  .uuids("held", Lease::reservation)
                  .ints("epochs", Lease::epoch)
                  .booleans("untaken", Lease::isUntaken);
              Columns.of(ready, update)
                  .uuids("ids", it -> it.message().id().value())
                  .names("plannedOns", it -> it.message().intent().plannedOn())
                  .ints("revisions", it -> it.message().progress().revision())
                  .uuids("reservations", it -> it.lease().reservation())
                  .uuids("bodyHashes", it -> BodyHash.of(it.body()));
              return update.mapTo(UUID.class).collect(toSet());
            });
    Map<MessageId, Message> started = new HashMap<>();
    for (ReadyToSend one : ready) {
      if (written.contains(one.message().id().value())) {
        started.put(one.message().id(), one.message().started(now));
      }
    }
    return started;
  }

  private static List<Integer> buckets(List<ReadyToSend> ready) {
    return ready.stream().map(it -> it.message().intent().bucket().value()).distinct().toList();
  }
}
