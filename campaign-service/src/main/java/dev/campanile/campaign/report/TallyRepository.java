package dev.campanile.campaign.report;

import dev.campanile.campaign.report.Tally.Count;
import dev.campanile.campaign.run.MessageState;
import dev.campanile.contracts.RunId;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Counts the rows of runs, all of them at every call. See {@link Tallies}. */
@ApplicationScoped
class TallyRepository {

  /** A message that has no answer was requested when its batch was. */
  private static final String COUNT =
      """
      select m.run_id, m.bucket,
             case when m.state = 'PENDING' and b.pumped_at is not null then 'REQUESTED'
                  else m.state end as state,
             m.channel, m.reason, sum(m.messages) as messages
        from (select run_id, bucket, batch, state, channel, reason, count(*) as messages
                from run_message
               where run_id = any(:runs)
               group by run_id, bucket, batch, state, channel, reason) m
        left join run_batch b
          on b.run_id = m.run_id and b.bucket = m.bucket and b.number = m.batch
       group by 1, 2, 3, 4, 5
      """;

  private static final String MEMBERS =
      "select run_id, bucket, members from run_bucket where run_id = any(:runs)";

  /** A tally for each of the runs. */
  Map<RunId, Tally> of(Handle handle, Collection<RunId> runs) {
    List<UUID> ids = runs.stream().map(RunId::value).toList();
    Map<RunId, Tally> tallies = new HashMap<>();
    runs.forEach(run -> tallies.put(run, new Tally(new ArrayList<>(), new HashMap<>())));
    // Completions first: a row that comes between the two can only be missing from no bucket.
    handle
        .createQuery(MEMBERS)
        .bind("runs", new UuidArray(ids))
        .map(
            (row, _) ->
                new BucketMembers(
                    new RunId(row.getObject("run_id", UUID.class)),
                    row.getInt("bucket"),
                    row.getInt("members")))
        .forEach(
            b ->
                tallies
                    .getOrDefault(b.run(), Tally.empty())
                    .members()
                    .put(b.bucket(), b.members()));
    handle
        .createQuery(COUNT)
        .bind("runs", new UuidArray(ids))
        .map(
            (row, _) ->
                Map.entry(
                    new RunId(row.getObject("run_id", UUID.class)),
                    new Count(
                        row.getInt("bucket"),
                        MessageState.valueOf(row.getString("state")),
                        row.getString("channel"),
                        row.getString("reason"),
                        row.getLong("messages"))))
        .forEach(c -> tallies.getOrDefault(c.getKey(), Tally.empty()).counts().add(c.getValue()));
    return tallies;
  }

  private record BucketMembers(RunId run, int bucket, int members) {}
}
