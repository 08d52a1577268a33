package dev.campanile.gateway.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.WireFormat;
import dev.campanile.gateway.batch.Columns;
import dev.campanile.gateway.channel.BodyHash;
import dev.campanile.gateway.gate.Gate;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.MessageMapper;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The two statements between the gate and the provider. */
@ApplicationScoped
class SendingRepository {

  /** Before every run's id. */
  static final UUID FIRST_RUN = new UUID(0, 0);

  /**
   * One run's messages, oldest first; the run is the next in turn after the last one served, so
   * that a large run starves no small one. Replicas pass over each other's rows.
   */
  private static final String CLAIM =
      """
      with turn as (
        select coalesce(
                 (select run_id from message
                   where state = 'RESERVED' and channel = :channel and lane = :lane
                     and run_id > :after and leased_until is null
                   order by run_id limit 1),
                 (select run_id from message
                   where state = 'RESERVED' and channel = :channel and lane = :lane
                     and leased_until is null
                   order by run_id limit 1)) as run_id),
      next as (
        select message_id, planned_on
          from message
         where state = 'RESERVED' and channel = :channel and lane = :lane
           and run_id = (select run_id from turn) and leased_until is null
         order by arrived_at
         limit :most
           for update skip locked)
      update message m
         set lease_epoch = m.lease_epoch + 1,
             leased_until = clock_timestamp() + cast(:lease as interval)
        from next n
       where m.message_id = n.message_id and m.planned_on = n.planned_on
      returning m.*
      """;

  /**
   * Write-ahead: what is committed as SENDING here, and nothing else, may be handed over. Asks once
   * more, at the last moment, all that may have changed since the gate: the lease, the expiry, the
   * age of the decision, the card of the customer or of all who hold the address, run controls,
   * revocations, what providers taught us of the address, and for marketing profile-service's sign
   * of life. The lease begins anew, so that it outlasts the call.
   */
  private static final String START_SENDING =
      """
      update message m
         set state = 'SENDING', revision = m.revision + 1, attempt = m.attempt + 1,
             changed_at = :now, leased_until = clock_timestamp() + cast(:lease as interval),
             body_hash = go.body_hash
        from (select r.message_id, r.planned_on, n.body_hash
                from unnest(:ids, :plannedOns, :epochs, :bodyHashes)
                       as n(message_id, planned_on, lease_epoch, body_hash)
                join message r
                  on r.message_id = n.message_id and r.planned_on = cast(n.planned_on as date)
                left join contact_card c on c.profile_id = r.profile_id
               where r.state = 'RESERVED'
                 and r.lease_epoch = n.lease_epoch
                 and r.leased_until > clock_timestamp()
                 and r.expires_at > :now
                 and r.gated_at > :decidedAfter
                 and case
                       when r.to_address is null
                       then not c.erased and c.version = r.gated_card
                            and not revoked(r.profile_id, r.channel, r.address, r.category, r.topic)
                       else holders_state(r.to_channel, r.to_address) = r.gated_card
                            and not revoked_at(r.channel, r.address, r.category, r.topic)
                     end
                 and not exists (select 1
                                   from run_control rc
                                  where rc.scope in (cast(coalesce(r.request_id, r.run_id) as text), 'everything')
                                    and rc.state <> 'RUNNING')
                 and not exists (select 1
                                   from address_suppression s
                                  where s.address = r.address and s.channel = r.channel
                                    and (s.reason = 'HARD' or r.category <> 'TRANSACTIONAL'
                                         or r.source_type = 'TEST'))
                 and (r.category in ('TRANSACTIONAL', 'SERVICE') or r.source_type = 'TEST'
                      or exists (select 1
                                   from bucket_heartbeat h
                                  where h.bucket = r.bucket and h.at >= :heardAfter))
               order by r.message_id
                 for update of r) go
       where m.message_id = go.message_id and m.planned_on = go.planned_on
      returning m.*
      """;

  private final Database database;
  private final DispatchConfig config;

  SendingRepository(Database database, DispatchConfig config) {
    this.database = database;
    this.config = config;
  }

  /**
   * @param after the run served last
   * @param most how many, of one run
   */
  List<Claimed> claim(Channel channel, Lane lane, UUID after, int most) {
    return database.transaction(
        handle ->
            handle
                .createQuery(CLAIM)
                .bind("channel", channel)
                .bind("lane", lane)
                .bind("after", after)
                .bind("most", most)
                .bind("lease", config.lease().toString())
                .map(
                    (row, context) ->
                        new Claimed(
                            MessageMapper.MESSAGE.map(row, context), data(row.getString("data"))))
                .list());
  }

  /** The messages that may be handed over now, as they are committed. */
  Map<MessageId, Message> start(List<ReadyToSend> ready, Instant now) {
    return database.transaction(
        handle -> {
          var update =
              handle
                  .createQuery(START_SENDING)
                  .bind("now", now)
                  .bind("decidedAfter", now.minus(config.decisionAge()))
                  .bind("heardAfter", now.minus(Gate.HEARTBEAT_AGE))
                  .bind("lease", config.lease().toString());
          Columns.of(ready, update)
              .uuids("ids", it -> it.message().id().value())
              .names("plannedOns", it -> it.message().intent().plannedOn())
              .ints("epochs", it -> it.message().progress().leaseEpoch())
              .uuids("bodyHashes", it -> BodyHash.of(it.sent()));
          return update
              .map(MessageMapper.MESSAGE)
              .collect(Collectors.toMap(Message::id, Function.identity()));
        });
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(String json) {
    try {
      return WireFormat.read(json.getBytes(UTF_8), Map.class);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("stored data cannot be read", e);
    }
  }
}
