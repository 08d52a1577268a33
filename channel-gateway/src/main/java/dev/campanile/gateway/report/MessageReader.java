package dev.campanile.gateway.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.RunId;
import dev.campanile.gateway.ledger.AttemptState;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.MessageMapper;
import dev.campanile.gateway.ledger.StoredTrace;
import dev.campanile.gateway.page.Cursor;
import dev.campanile.gateway.tracking.MessageReadings;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the ledger. */
@ApplicationScoped
class MessageReader {

  private static final String ONE =
      "select %s, m.trace from message m where m.message_id = :id".formatted(MessageMapper.COLUMNS);

  /** Of an accepted mail's hand-off the message itself says all there is to say. */
  private static final String ATTEMPTS =
      """
      select attempt, channel, state, at, provider_id, code, answer
        from attempt
       where message_id = :id
      union all
      select m.attempt, m.channel, 'ACCEPTED', m.accepted_at, m.provider_id, null, null
        from message m
       where m.message_id = :id and m.accepted_at is not null
         and not exists (select 1
                           from attempt a
                          where a.message_id = m.message_id and a.attempt = m.attempt)
       order by attempt
      """;

  private static final String OF_PROFILE =
      """
      select %s
        from message m
       where m.profile_id = :profile and (m.arrived_at, m.message_id) < (:arrivedAt, :after)
       order by m.arrived_at desc, m.message_id desc
       limit :limit
      """
          .formatted(MessageMapper.COLUMNS);

  private static final String OF_RUN =
      """
      select %s
        from message m
       where m.run_id = :run and (m.arrived_at, m.message_id) < (:arrivedAt, :after)
       order by m.arrived_at desc, m.message_id desc
       limit :limit
      """
          .formatted(MessageMapper.COLUMNS);

  private final Database database;
  private final MessageReadings readings;

  MessageReader(Database database, MessageReadings readings) {
    this.database = database;
    this.readings = readings;
  }

  Optional<MessageDetail> find(MessageId id) {
    return database.read(
        handle ->
            handle
                .createQuery(ONE)
                .bind("id", id.value())
                .map(
                    (row, context) -> {
                      Message message = MessageMapper.MESSAGE.map(row, context);
                      return detail(
                          message,
                          attempts(handle, id),
                          readings.of(handle, id),
                          StoredTrace.read(row.getString("trace"), message));
                    })
                .findFirst());
  }

  MessagePage ofProfile(ProfileId profile, int limit, Cursor after) {
    List<Message> messages =
        database.read(
            handle ->
                handle
                    .createQuery(OF_PROFILE)
                    .bind("profile", profile.value())
                    .bind("arrivedAt", after.at())
                    .bind("after", after.id())
                    .bind("limit", limit)
                    .map(MessageMapper.MESSAGE)
                    .list());
    return page(messages, limit);
  }

  MessagePage ofRun(RunId run, int limit, Cursor after) {
    List<Message> messages =
        database.read(
            handle ->
                handle
                    .createQuery(OF_RUN)
                    .bind("run", run.value())
                    .bind("arrivedAt", after.at())
                    .bind("after", after.id())
                    .bind("limit", limit)
                    .map(MessageMapper.MESSAGE)
                    .list());
    return page(messages, limit);
  }

  private static MessagePage page(List<Message> messages, int limit) {
    return new MessagePage(
        messages.stream().map(MessageSummary::of).toList(),
        messages.size() < limit ? null : cursor(messages.getLast()).text());
  }

  private static Cursor cursor(Message message) {
    return new Cursor(message.intent().arrivedAt(), message.id().value());
  }

  private static List<MessageDetail.AttemptView> attempts(Handle handle, MessageId id) {
    return handle
        .createQuery(ATTEMPTS)
        .bind("id", id.value())
        .map(
            (row, _) ->
                new MessageDetail.AttemptView(
                    row.getInt("attempt"),
                    Channel.valueOf(row.getString("channel")),
                    AttemptState.valueOf(row.getString("state")),
                    row.getTimestamp("at").toInstant(),
                    row.getString("provider_id"),
                    row.getString("code"),
                    row.getString("answer")))
        .list();
  }

  private static MessageDetail detail(
      Message message,
      List<MessageDetail.AttemptView> attempts,
      List<MessageReadings.View> readings,
      @Nullable JsonNode trace) {
    return new MessageDetail(
        MessageSummary.of(message),
        message.intent().topic(),
        message.intent().plan(),
        message.intent().lane(),
        message.intent().plannedOn(),
        message.intent().cardVersion(),
        message.progress().locale(),
        attempts,
        readings,
        trace);
  }
}
