package dev.campanile.gateway.ledger;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A row of {@code message}. */
public final class MessageMapper implements RowMapper<Message> {

  public static final MessageMapper MESSAGE = new MessageMapper();

  /** What it reads of a row {@code m}: all but the data and the trace, which are large. */
  public static final String COLUMNS =
      """
      m.message_id, m.planned_on, m.bucket, m.profile_id, m.source_type, m.source_key, m.run_id, m.request_id,
      m.content_key, m.content_version, m.category, m.topic, m.plan, m.lane, m.expires_at, m.card_version,
      m.arrived_at, m.to_channel, m.to_address, m.to_locale, m.state, m.revision, m.changed_at, m.channel,
      m.address, m.locale, m.reason, m.answer, m.due_at, m.refused_channels, m.attempt, m.possible_duplicate,
      m.gated_at, m.gated_card, m.sending_version""";

  private MessageMapper() {}

  @Override
  public Message map(ResultSet row, StatementContext context) throws SQLException {
    return new Message(intent(row), progress(row));
  }

  private static Intent intent(ResultSet row) throws SQLException {
    String topic = row.getString("topic");
    return new Intent(
        new MessageId(row.getObject("message_id", UUID.class)),
        row.getObject("planned_on", LocalDate.class),
        new Bucket(row.getInt("bucket")),
        new ProfileId(row.getObject("profile_id", UUID.class)),
        source(row),
        new ContentRef(row.getString("content_key"), row.getInt("content_version")),
        Category.valueOf(row.getString("category")),
        topic == null ? null : new ConsentTopic(topic),
        plan(row.getString("plan")),
        Lane.valueOf(row.getString("lane")),
        requireNonNull(instant(row, "expires_at")),
        row.getLong("card_version"),
        requireNonNull(instant(row, "arrived_at")),
        to(row),
        row.getObject("sending_version", Long.class));
  }

  private static @Nullable NamedAddress to(ResultSet row) throws SQLException {
    String address = row.getString("to_address");
    return address == null
        ? null
        : new NamedAddress(
            Channel.valueOf(row.getString("to_channel")), address, row.getString("to_locale"));
  }

  private static Progress progress(ResultSet row) throws SQLException {
    String channel = row.getString("channel");
    String reason = row.getString("reason");
    return new Progress(
        MessageState.valueOf(row.getString("state")),
        row.getInt("revision"),
        requireNonNull(instant(row, "changed_at")),
        channel == null ? null : Channel.valueOf(channel),
        row.getString("address"),
        row.getString("locale"),
        reason == null ? null : Reason.valueOf(reason),
        row.getString("answer"),
        instant(row, "due_at"),
        channels(row.getString("refused_channels")),
        row.getInt("attempt"),
        row.getBoolean("possible_duplicate"),
        instant(row, "gated_at"),
        row.getLong("gated_card"));
  }

  private static Source source(ResultSet row) throws SQLException {
    return new StoredSource(
            StoredSource.Type.valueOf(row.getString("source_type")),
            row.getString("source_key"),
            row.getObject("run_id", UUID.class),
            row.getObject("request_id", UUID.class))
        .read();
  }

  static String joined(Collection<? extends Enum<?>> names) {
    return names.stream().map(Enum::name).sorted().collect(joining(","));
  }

  static String inOrder(List<PlannedChannel> plan) {
    return plan.stream().map(Enum::name).collect(joining(","));
  }

  private static List<PlannedChannel> plan(String joined) {
    return Arrays.stream(joined.split(",", -1)).map(PlannedChannel::valueOf).toList();
  }

  private static Set<Channel> channels(String joined) {
    return joined.isEmpty()
        ? Set.of()
        : Arrays.stream(joined.split(",", -1)).map(Channel::valueOf).collect(Collectors.toSet());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
