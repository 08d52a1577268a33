package dev.campanile.campaign.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.AudienceBucketCompleted;
import dev.campanile.contracts.AudienceMembers;
import dev.campanile.contracts.AudienceMembers.Member;
import dev.campanile.contracts.WireFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The audience of a run: one row per member, and how many each bucket has. */
@ApplicationScoped
class AudienceRepository {

  /** A member that comes again is already there. */
  private static final String ADD_MEMBERS =
      """
      insert into run_message
             (run_id, profile_id, message_id, bucket, card_version, data, state_at)
      select :run, m.profile_id, m.message_id, :bucket, m.card_version, m.data::jsonb, :now
        from unnest(:profiles, :messages, :cardVersions, :data)
             as m (profile_id, message_id, card_version, data)
      on conflict do nothing
      """;

  private static final String COMPLETE_BUCKET =
      """
      insert into run_bucket (run_id, bucket, members)
      values (:run, :bucket, :members)
      on conflict do nothing
      """;

  void add(Handle handle, CampaignRun run, AudienceMembers members, Instant now) {
    List<UUID> profiles = new ArrayList<>();
    List<UUID> messages = new ArrayList<>();
    List<Long> cardVersions = new ArrayList<>();
    List<String> data = new ArrayList<>();
    for (Member member : members.items()) {
      profiles.add(member.profileId().value());
      messages.add(run.messageTo(member.profileId()).value());
      cardVersions.add(member.cardVersion());
      data.add(new String(WireFormat.write(member.fields()), UTF_8));
    }
    handle
        .createUpdate(ADD_MEMBERS)
        .bind("run", run.id().value())
        .bind("bucket", members.bucket().value())
        .bind("now", now)
        .bindArray("profiles", UUID.class, profiles)
        .bindArray("messages", UUID.class, messages)
        .bindArray("cardVersions", Long.class, cardVersions)
        .bindArray("data", String.class, data)
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
}
