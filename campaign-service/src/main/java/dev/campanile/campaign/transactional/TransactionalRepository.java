package dev.campanile.campaign.transactional;

import dev.campanile.campaign.run.MessageState;
import dev.campanile.campaign.sending.Sending;
import dev.campanile.campaign.sending.SendingRepository;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The requests that were taken, and the answers by their callers' keys. */
@ApplicationScoped
class TransactionalRepository {

  /** All that a request must know before it can be taken, at once. */
  private static final String LOOK_UP =
      """
      select s.*, v.version as content_version, m.message_id, m.request_hash
        from sending s
        left join lateral (select max(c.version) as version
                             from content_version c
                            where c.content_key = :content) v on true
        left join transactional_message m
          on m.caller = :caller and m.idempotency_key = :key and m.requested_at > :since
      """;

  private static final String ADD =
      """
      insert into transactional_message
             (message_id, caller, idempotency_key, request_hash, source_id, content_key,
              content_version, category, profile_id, requested_at, expires_at, state_at)
      values (:message, :caller, :key, :hash, :source, :content, :version, :category, :profile, :now,
              :expiresAt, :now)
      on conflict (caller, idempotency_key) do nothing
      """;

  private static final String FREE_KEY =
      """
      update transactional_message
         set idempotency_key = null
       where caller = :caller and idempotency_key = :key and requested_at <= :since
      """;

  private static final String FIND = "select * from transactional_message where message_id = :id";

  Situation lookUp(Handle handle, String content, Asked asked) {
    return handle
        .createQuery(LOOK_UP)
        .bind("content", content)
        .bind("caller", asked.caller())
        .bind("key", asked.key())
        .bind("since", asked.replayedSince())
        .map((row, _) -> situationOf(row))
        .one();
  }

  /** Answers false when the key's request was taken by somebody else meanwhile. */
  boolean add(Handle handle, Asked asked, MessageRequests request) {
    if (insert(handle, asked, request) == 1) {
      return true;
    }
    int freed =
        handle
            .createUpdate(FREE_KEY)
            .bind("caller", asked.caller())
            .bind("key", asked.key())
            .bind("since", asked.replayedSince())
            .execute();
    return freed == 1 && insert(handle, asked, request) == 1;
  }

  private static int insert(Handle handle, Asked asked, MessageRequests request) {
    Recipient recipient = request.items().getFirst();
    Update insert = handle.createUpdate(ADD);
    return insert
        .bind("message", recipient.messageId().value())
        .bind("caller", asked.caller())
        .bind("key", asked.key())
        .bind("hash", asked.hash())
        .bind("source", request.source().id())
        .bind("content", request.content().key())
        .bind("version", request.content().version())
        .bind("category", request.category().name())
        .bind("profile", recipient.profileId().value())
        .bind("now", asked.at())
        .bind("expiresAt", request.expiresAt())
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
   * @param replayedSince what was asked before may be asked anew by the same name
   */
  record Asked(String caller, String key, String hash, Instant at, Instant replayedSince) {}

  /**
   * @param version the content's newest, 0 when none is published
   * @param before the message that the same key made
   */
  record Situation(
      Sending sending, int version, @Nullable MessageId before, @Nullable String hashBefore) {}
}
