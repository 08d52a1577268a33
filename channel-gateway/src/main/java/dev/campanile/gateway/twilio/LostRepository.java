package dev.campanile.gateway.twilio;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.MessageId;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hand-offs to Twilio whose answer is not known. */
@ApplicationScoped
class LostRepository {

  private static final String LOST =
      """
      select m.message_id, m.attempt, m.channel, m.address, m.content_key, m.content_version,
             m.body_hash, m.handed_over_at
        from waiting w
        join message m on m.message_id = w.message_id and m.planned_on = w.planned_on
       where w.state = 'UNKNOWN' and w.since <= :before
         and m.state = 'UNKNOWN' and m.channel in ('SMS', 'CHAT')
       order by w.since desc
       limit 2000
      """;

  /** Those that the ledger has under another hand-off's name. */
  private static final String OURS =
      """
      select provider_id
        from attempt
       where provider_id = any(:sids) and channel in ('SMS', 'CHAT')
      """;

  /** Whoever comes first has it; asked again, it still has. */
  private static final String TAKE =
      """
      insert into listed_message as l (provider_id, message_id, attempt)
      values (:sid, :message, :attempt)
      on conflict (provider_id) do update set taken_at = l.taken_at
      returning message_id = :message and attempt = :attempt
      """;

  private final Database database;

  LostRepository(Database database) {
    this.database = database;
  }

  List<Lost> lostBefore(Instant before) {
    return database.read(
        handle ->
            handle.createQuery(LOST).bind("before", before).map((row, _) -> lost(row)).list());
  }

  Set<String> alreadyOurs(Collection<String> sids) {
    return database.read(
        handle ->
            handle
                .createQuery(OURS)
                .bindArray("sids", String.class, List.copyOf(sids))
                .mapTo(String.class)
                .collect(Collectors.toSet()));
  }

  /**
   * Takes a listed message for this hand-off, unless another one has it: two lost ones may have the
   * same text, and two replicas may look at once.
   */
  boolean take(Lost lost, String sid) {
    return database.transaction(
        handle ->
            handle
                .createQuery(TAKE)
                .bind("sid", sid)
                .bind("message", lost.message().value())
                .bind("attempt", lost.attempt())
                .mapTo(Boolean.class)
                .one());
  }

  private static Lost lost(ResultSet row) throws SQLException {
    Timestamp handedOver = row.getTimestamp("handed_over_at");
    return new Lost(
        new MessageId(row.getObject("message_id", UUID.class)),
        row.getInt("attempt"),
        Channel.valueOf(row.getString("channel")),
        row.getString("address"),
        new ContentRef(row.getString("content_key"), row.getInt("content_version")),
        row.getObject("body_hash", UUID.class),
        handedOver == null ? null : handedOver.toInstant());
  }
}
