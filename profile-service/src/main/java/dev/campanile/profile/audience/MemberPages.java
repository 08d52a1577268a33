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
import org.jdbi.v3.core.statement.Query;

/**
 * The members of an audience's bucket. The first ones go out in the transaction that finds them;
 * only those of a large bucket that come behind are taken down, in the pages they are sent in.
 */
@ApplicationScoped
class MemberPages {

  /** So many go out as they are found: what commits with the claim needs no snapshot. */
  static final int FIRST = 20 * Batch.MAX_ITEMS;

  private static final String FIRST_MEMBERS =
      """
      select p.id, p.version%s
        from profile p
       where p.bucket = :bucket and (%s)
       order by p.id
       limit :most
      """;

  private static final String SNAPSHOT =
      """
      insert into audience_page (run_id, bucket, page, profiles, card_versions)
      select :run, :bucket, m.page, array_agg(m.id order by m.id),
             array_agg(m.version order by m.id)
        from (select p.id, p.version, (row_number() over (order by p.id) - 1) / :size as page
                from profile p
               where p.bucket = :bucket and p.id > :after and (%s)) m
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

  /** Who belongs now, the first {@value #FIRST} of them. */
  List<Member> first(Handle handle, BucketStream stream, SegmentCondition condition) {
    // A plan from when there were a few hundred profiles would read all of them for each bucket.
    handle.execute("set local enable_seqscan = off");
    MemberFields fields = new MemberFields(stream.fields(), profiles);
    return members(
        condition
            .bind(handle.createQuery(FIRST_MEMBERS.formatted(fields.columns(), condition.sql())))
            .bind("bucket", stream.bucket().value())
            .bind("most", FIRST),
        fields);
  }

  /**
   * Takes down who else belongs; what streams later, and again after a crash, is this.
   *
   * @return how many pages there are
   */
  int snapshot(Handle handle, BucketStream stream, SegmentCondition condition, ProfileId after) {
    return condition
        .bind(handle.createUpdate(SNAPSHOT.formatted(condition.sql())))
        .bind("run", stream.run().value())
        .bind("bucket", stream.bucket().value())
        .bind("after", after.value())
        .bind("size", Batch.MAX_ITEMS)
        .execute();
  }

  /** The members of the pages from the next one up to {@code to}, exclusively. */
  List<Member> members(Handle handle, BucketStream stream, int to) {
    MemberFields fields = new MemberFields(stream.fields(), profiles);
    return members(
        handle
            .createQuery(MEMBERS.formatted(fields.columns()))
            .bind("run", stream.run().value())
            .bind("bucket", stream.bucket().value())
            .bind("from", stream.nextPage())
            .bind("to", to),
        fields);
  }

  private static List<Member> members(Query query, MemberFields fields) {
    return query
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
