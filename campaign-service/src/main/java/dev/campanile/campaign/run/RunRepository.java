package dev.campanile.campaign.run;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunId;
import dev.campanile.runtime.trace.Hops;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Runs: added at launch, never changed but by a control. */
@ApplicationScoped
public class RunRepository {

  private static final String ADD =
      """
      insert into run (id, campaign_key, content_key, content_version, segment, category, topic,
                       plan, launched_at, expires_at, messages_per_second, planned_on,
                       traceparent)
      values (:id, :campaign, :content, :version, :segment, :category, :topic,
              :plan, :launchedAt, :expiresAt, :messagesPerSecond, :plannedOn, :traceparent)
      """;

  private static final String FIND = "select * from run where id = :id";

  private static final String OF_CAMPAIGN =
      """
      select *
        from run
       where (cast(:campaign as text) is null or campaign_key = cast(:campaign as text))
         and (cast(:before as uuid) is null or id < cast(:before as uuid))
       order by id desc
       limit :limit
      """;

  private final Hops hops;

  RunRepository(Hops hops) {
    this.hops = hops;
  }

  /** A time-ordered id, so that the newest run of a campaign is the one with the highest. */
  public RunId nextId(Handle handle) {
    return new RunId(handle.select("select uuidv7()").mapTo(UUID.class).one());
  }

  /** Adds it with the trace that goes on, if one does. */
  public void add(Handle handle, CampaignRun run) {
    ConsentTopic topic = run.topic();
    handle
        .createUpdate(ADD)
        .bind("id", run.id().value())
        .bind("campaign", run.campaign())
        .bind("content", run.content().key())
        .bind("version", run.content().version())
        .bind("segment", run.segment())
        .bind("category", run.category().name())
        .bind("topic", topic == null ? null : topic.value())
        .bindArray("plan", String.class, run.plan().stream().map(PlannedChannel::name).toList())
        .bind("launchedAt", run.launchedAt())
        .bind("expiresAt", run.expiresAt())
        .bind("messagesPerSecond", run.messagesPerSecond())
        .bind("plannedOn", run.plannedOn())
        .bind("traceparent", hops.outgoing(Map.of()).get(Hops.TRACEPARENT))
        .execute();
  }

  public Optional<CampaignRun> find(Handle handle, RunId id) {
    return handle.createQuery(FIND).bind("id", id.value()).map((row, _) -> runOf(row)).findOne();
  }

  public Optional<CampaignRun> latest(Handle handle, String campaign) {
    return ofCampaign(handle, campaign, null, 1).stream().findFirst();
  }

  /**
   * Newest first, from after {@code before} on.
   *
   * @param campaign none for the runs of all
   */
  public List<CampaignRun> ofCampaign(
      Handle handle, @Nullable String campaign, @Nullable RunId before, int limit) {
    return handle
        .createQuery(OF_CAMPAIGN)
        .bind("campaign", campaign)
        .bind("before", before == null ? null : before.toString())
        .bind("limit", limit)
        .map((row, _) -> runOf(row))
        .list();
  }

  private static CampaignRun runOf(ResultSet row) throws SQLException {
    String topic = row.getString("topic");
    return new CampaignRun(
        new RunId(row.getObject("id", UUID.class)),
        row.getString("campaign_key"),
        new ContentRef(row.getString("content_key"), row.getInt("content_version")),
        row.getString("segment"),
        Category.valueOf(row.getString("category")),
        topic == null ? null : new ConsentTopic(topic),
        Arrays.stream((String[]) row.getArray("plan").getArray())
            .map(PlannedChannel::valueOf)
            .toList(),
        instant(row, "launched_at"),
        instant(row, "expires_at"),
        row.getObject("messages_per_second", Integer.class),
        row.getObject("planned_on", LocalDate.class),
        RunControl.State.valueOf(row.getString("control")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp.toInstant();
  }
}
