package dev.campanile.campaign.transactional;

import dev.campanile.campaign.run.MessageState;
import dev.campanile.campaign.sending.Sending;
import dev.campanile.campaign.sending.SendingRepository;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.EpochMicros;
import dev.campanile.runtime.outbox.OutgoingRecords;
import dev.campanile.runtime.outbox.UnorderedRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The requests that were taken, and the answers by their callers' keys. */
@ApplicationScoped
class TransactionalRepository {

  /** All that requests must know before they can be taken, in the order of the requests. */
  private static final String LOOK_UP =
      """
      select s.*, v.version as content_version, m.message_id, m.request_hash
        from unnest(:contents, :callers, :keys) with ordinality as n(content, caller, key, number)
       cross join sending s
        left join lateral (select max(c.version) as version
                             from content_version c
                            where c.content_key = n.content) v on true
        left join transactional_message m
          on m.caller = n.caller and m.idempotency_key = n.key and m.requested_at > :since
       order by n.number
      """;

  /** A request, and what leaves because of it. */
  private static final String ADD =
      """
      with taken as (
        insert into transactional_message
               (message_id, caller, idempotency_key, request_hash, source_id, content_key,
                content_version, category, profile_id, requested_at, expires_at, state_at)
        select message_id, caller, key, hash, source, content, version, category, profile,
               timestamptz 'epoch' + at * interval '1 microsecond',
               timestamptz 'epoch' + expires_at * interval '1 microsecond',
               timestamptz 'epoch' + at * interval '1 microsecond'
          from unnest(:messages, :callers, :keys, :hashes, :sources, :contents, :versions, :categories, :profiles,
                      :ats, :expiresAts)
            as n(message_id, caller, key, hash, source, content, version, category, profile, at, expires_at)
        on conflict (caller, idempotency_key) do nothing
        returning message_id)
      """
          + UnorderedRecords.INSERT
          + " where o.record_id in (select message_id from taken)"
          + UnorderedRecords.STORED;

  private static final String FREE_KEY =
      """
      update transactional_message
         set idempotency_key = null
       where caller = :caller and idempotency_key = :key and requested_at <= :since
      """;

  private static final String FIND = "select * from transactional_message where message_id = :id";

  /** One for each, in the order asked. */
  List<Situation> lookUp(Handle handle, List<Asked> asked) {
    Query lookUp = handle.createQuery(LOOK_UP).bind("since", asked.getFirst().replayedSince());
    Columns.of(asked, lookUp)
        .texts("contents", it -> it.request().content())
        .texts("callers", Asked::caller)
        .texts("keys", Asked::key);
    return lookUp.map((row, _) -> situationOf(row)).list();
  }

  /**
   * Adds those that are new, and what leaves of them; of the others somebody else has the key, or
   * had it long ago.
   */
  Query add(Handle handle, List<Order> orders) {
    Query add = handle.createQuery(ADD);
    Columns.of(orders, add)
        .uuids("messages", it -> it.messageId().value())
        .texts("callers", it -> it.asked().caller())
        .texts("keys", it -> it.asked().key())
        .texts("hashes", it -> it.asked().hash())
        .uuids("sources", it -> it.requests().source().id())
        .texts("contents", it -> it.requests().content().key())
        .ints("versions", it -> it.requests().content().version())
        .names("categories", it -> it.requests().category())
        .uuids("profiles", it -> it.recipient().profileId().value())
        .longs("ats", it -> EpochMicros.of(it.asked().at()))
        .longs("expiresAts", it -> EpochMicros.of(it.requests().expiresAt()));
    return add;
  }

  /** What was asked by the key is too old to be replayed: the key may be used anew. */
  void freeKey(Handle handle, Asked asked) {
    handle
        .createUpdate(FREE_KEY)
        .bind("caller", asked.caller())
        .bind("key", asked.key())
        .bind("since", asked.replayedSince())
        .execute();
  }

  Optional<TransactionalMessage> find(Handle handle, MessageId id, Map<String, String> links) {
    return handle
        .createQuery(FIND)
        .bind("id", id.value())
        .map((row, _) -> messageOf(row, links))
        .findOne();
  }

  private static Situation situationOf(ResultSet row) throws SQLException {
    UUID message = row.getObject("message_id", UUID.class);
    int version = row.getInt("content_version");
    return new Situation(
        SendingRepository.sendingOf(row),
        version,
        message == null ? null : new MessageId(message),
        row.getString("request_hash"));
  }

  private static TransactionalMessage messageOf(ResultSet row, Map<String, String> links)
      throws SQLException {
    return new TransactionalMessage(
        new MessageId(row.getObject("message_id", UUID.class)),
        new ContentRef(row.getString("content_key"), row.getInt("content_version")),
        Category.valueOf(row.getString("category")),
        MessageState.valueOf(row.getString("state")),
        row.getString("channel"),
        row.getString("reason"),
        row.getTimestamp("requested_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        row.getTimestamp("state_at").toInstant(),
        links);
  }

  /**
   * Who asks, by which name, for what, and when.
   *
   * @param key the caller's, by which the same request asked again is known
   * @param replayedSince what was asked before may be asked anew by the same name
   * @param headers what belongs to the caller's trace
   */
  record Asked(
      String caller,
      String key,
      String hash,
      CheckedRequest request,
      Instant at,
      Instant replayedSince,
      Map<String, String> headers) {}

  /**
   * A request that can be taken.
   *
   * @param requests of one recipient
   * @param outgoing the same as it leaves, in the caller's trace
   */
  record Order(Asked asked, MessageRequests requests, OutgoingRecords outgoing) {

    Recipient recipient() {
      return requests.items().getFirst();
    }

    MessageId messageId() {
      return recipient().messageId();
    }
  }

  /**
   * @param version the content's newest, 0 when none is published
   * @param before the message that the same key made
   */
  record Situation(
      Sending sending, int version, @Nullable MessageId before, @Nullable String hashBefore) {}
}
