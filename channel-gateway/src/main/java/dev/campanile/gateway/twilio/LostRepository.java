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
             m.body_hash, a.noted_at
        from waiting w
        join message m on m.message_id = w.message_id and m.planned_on = w.planned_on
        join attempt a on a.message_id = m.message_id and a.attempt = m.attempt
                      and a.planned_on = m.planned_on
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

  private static Lost lost(ResultSet row) throws SQLException {
    Timestamp noted = row.getTimestamp("noted_at");
    return new Lost(
        new MessageId(row.getObject("message_id", UUID.class)),
        row.getInt("attempt"),
        Channel.valueOf(row.getString("channel")),
        row.getString("address"),
        new ContentRef(row.getString("content_key"), row.getInt("content_version")),
        row.getObject("body_hash", UUID.class),
        noted == null ? null : noted.toInstant());
  }
}
