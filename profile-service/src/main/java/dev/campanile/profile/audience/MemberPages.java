package dev.campanile.profile.audience;

import dev.campanile.contracts.AudienceMembers;
import dev.campanile.contracts.AudienceMembers.Member;
import dev.campanile.contracts.Batch;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Topic;
import dev.campanile.profile.profile.ProfileRepository;
import dev.campanile.profile.segment.SegmentCondition;
import dev.campanile.runtime.outbox.OutgoingRecords;
import dev.campanile.runtime.outbox.WrittenBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The members of an audience's bucket, taken down in the pages they are sent in. */
@ApplicationScoped
class MemberPages {

  private static final String SNAPSHOT =
      """
      insert into audience_page (run_id, bucket, page, profiles, card_versions)
      select :run, :bucket, m.page, array_agg(m.id order by m.id),
             array_agg(m.version order by m.id)
        from (select p.id, p.version, (row_number() over (order by p.id) - 1) / :size as page
                from profile p
               where p.bucket = :bucket and (%s)) m
       group by m.page
      """;

  /** Each profile is looked up by its key, whatever the planner knows of the table. */
  private static final String MEMBERS =
      """
      select m.id, m.version%s
        from audience_page g
       cross join lateral unnest(g.profiles, g.card_versions) as m (id, version)
       cross join lateral (select * from profile where id = m.id offset 0) p
       where g.run_id = :run and g.bucket = :bucket and g.page >= :from and g.page < :to
       order by m.id
      """;

  private static final String FORGET =
      "delete from audience_page where run_id = :run and bucket = :bucket";

  private final ProfileRepository profiles;

  MemberPages(ProfileRepository profiles) {
    this.profiles = profiles;
  }

  /**
   * Takes down who belongs now; what streams later, and again after a crash, is this.
   *
   * @return how many pages there are
   */
  int snapshot(Handle handle, BucketStream stream, SegmentCondition condition) {
    // A plan from when there were a few hundred profiles would read all of them for each bucket.
    handle.execute("set local enable_seqscan = off");
    return condition
        .bind(handle.createUpdate(SNAPSHOT.formatted(condition.sql())))
        .bind("run", stream.run().value())
        .bind("bucket", stream.bucket().value())
        .bind("size", Batch.MAX_ITEMS)
        .execute();
  }

  /** The members of the pages from the next one up to {@code to}, exclusively. */
  List<Member> members(Handle handle, BucketStream stream, int to) {
    MemberFields fields = new MemberFields(stream.fields(), profiles);
    return handle
        .createQuery(MEMBERS.formatted(fields.columns()))
        .bind("run", stream.run().value())
        .bind("bucket", stream.bucket().value())
        .bind("from", stream.nextPage())
        .bind("to", to)
        .map(
            (row, _) ->
                new Member(
                    new ProfileId(row.getObject(1, UUID.class)),
                    row.getLong(2),
                    fields.read(row, 3)))
        .list();
  }

  void forget(Handle handle, BucketStream stream) {
    handle
        .createUpdate(FORGET)
        .bind("run", stream.run().value())
        .bind("bucket", stream.bucket().value())
        .execute();
  }

  /** As few records as the limits of a batch allow. */
  static List<OutgoingRecords> records(BucketStream stream, List<Member> members) {
    return WrittenBatch.of(
            members, items -> new AudienceMembers(stream.run(), stream.bucket(), items))
        .stream()
        .map(one -> OutgoingRecords.batch(Topic.AUDIENCE_MEMBERS, stream.bucket(), one.json()))
        .toList();
  }
}
