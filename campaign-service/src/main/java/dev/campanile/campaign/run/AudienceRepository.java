package dev.campanile.campaign.run;

import dev.campanile.contracts.AudienceBucketCompleted;
import dev.campanile.contracts.AudienceMembers;
import dev.campanile.contracts.AudienceMembers.Member;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.runtime.database.ByteaArray;
import dev.campanile.runtime.database.UuidArray;
import dev.campanile.runtime.outbox.WrittenBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The audience of a run: one row per member, in batches as they will leave. */
@ApplicationScoped
class AudienceRepository {

  /** A member that comes again is there already, in another batch; only then are ids answered. */
  private static final String ADD_MEMBERS =
      """
      with drawn as materialized (
        select nextval('run_batch_number') as number
      ),
      added as (
        insert into run_message (run_id, profile_id, bucket, batch, card_version, state_at)
        select :run, m.profile_id, :bucket, drawn.number, m.card_version, :now
          from drawn
         cross join unnest(:profiles, :cardVersions) as m (profile_id, card_version)
        on conflict do nothing
        returning profile_id
      )
      select number, case when (select count(*) from added) < :given
                          then array(select profile_id from added) end as profiles
        from drawn
      """;

  private static final String ADD_BATCH =
      """
      insert into run_batch (run_id, bucket, number, members, requests)
      values (:run, :bucket, :number, :members, :requests)
      """;

  private static final String COMPLETE_BUCKET =
      """
      insert into run_bucket (run_id, bucket, members)
      values (:run, :bucket, :members)
      on conflict do nothing
      """;

  void add(Handle handle, CampaignRun run, AudienceMembers members, Instant now) {
    Added added = addRows(handle, run, members, now);
    List<Member> fresh = added.freshOf(members.items());
    if (fresh.isEmpty()) {
      return;
    }
    List<WrittenBatch<MessageRequests>> requests =
        WrittenBatch.of(
            fresh.stream().map(run::recipient).toList(),
            recipients -> run.requests(members.bucket(), recipients));
    handle
        .createUpdate(ADD_BATCH)
        .bind("run", run.id().value())
        .bind("bucket", members.bucket().value())
        .bind("number", added.batch())
        .bind("members", fresh.size())
        .bind("requests", new ByteaArray(requests.stream().map(WrittenBatch::json).toList()))
        .execute();
  }

  void complete(Handle handle, AudienceBucketCompleted completed) {
    handle
        .createUpdate(COMPLETE_BUCKET)
        .bind("run", completed.runId().value())
        .bind("bucket", completed.bucket().value())
        .bind("members", completed.members())
        .execute();
  }

  private static Added addRows(
      Handle handle, CampaignRun run, AudienceMembers members, Instant now) {
    List<Member> items = members.items();
    return handle
        .createQuery(ADD_MEMBERS)
        .bind("run", run.id().value())
        .bind("bucket", members.bucket().value())
        .bind("now", now)
        .bind("given", items.size())
        .bind(
            "profiles",
            new UuidArray(items.stream().map(item -> item.profileId().value()).toList()))
        .bindArray("cardVersions", Long.class, items.stream().map(Member::cardVersion).toList())
        .map((row, _) -> Added.of(row))
        .one();
  }

  /**
   * What was added.
   *
   * @param profiles whose; null when it was all of them
   */
  private record Added(long batch, @Nullable Set<UUID> profiles) {

    static Added of(ResultSet row) throws SQLException {
      Array profiles = row.getArray("profiles");
      return new Added(
          row.getLong("number"),
          profiles == null ? null : new HashSet<>(Arrays.asList((UUID[]) profiles.getArray())));
    }

    /** Each once, though the batch name somebody twice. */
    List<Member> freshOf(List<Member> members) {
      if (profiles == null) {
        return members;
      }
      Set<UUID> left = new HashSet<>(profiles);
      return members.stream().filter(member -> left.remove(member.profileId().value())).toList();
    }
  }
}
