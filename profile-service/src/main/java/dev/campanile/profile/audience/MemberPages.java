package dev.campanile.profile.audience;

import dev.campanile.contracts.AudienceMembers;
import dev.campanile.contracts.AudienceMembers.Member;
import dev.campanile.contracts.Batch;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.WireFormat;
import dev.campanile.profile.profile.Profile;
import dev.campanile.profile.profile.ProfileField;
import dev.campanile.profile.profile.ProfileRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads members page by page, with the fields a run asks for. */
@ApplicationScoped
class MemberPages {

  private static final String NEXT =
      """
      select m.card_version, p.*
        from audience_member m
        join profile p on p.id = m.profile_id
       where m.run_id = :run
         and m.bucket = :bucket
         and (cast(:after as uuid) is null or m.profile_id > :after)
       order by m.profile_id
       limit :limit
      """;

  /** For the record around the members. */
  private static final int ENVELOPE_BYTES = 512;

  private final ProfileRepository profiles;

  MemberPages(ProfileRepository profiles) {
    this.profiles = profiles;
  }

  /** The members after the last one sent, at most a batch of them; fewer are the last. */
  List<Member> next(Handle handle, BucketStream stream) {
    return handle
        .createQuery(NEXT)
        .bind("run", stream.run().value())
        .bind("bucket", stream.bucket().value())
        .bind("after", stream.sentTo())
        .bind("limit", Batch.MAX_ITEMS)
        .map(
            (row, _) -> member(profiles.profile(row), row.getLong("card_version"), stream.fields()))
        .list();
  }

  /** As few records as the limits of a batch allow. */
  static List<AudienceMembers> records(BucketStream stream, List<Member> members) {
    List<AudienceMembers> records = new ArrayList<>();
    List<Member> items = new ArrayList<>();
    int bytes = ENVELOPE_BYTES;
    for (Member member : members) {
      int more = WireFormat.write(member).length + 1;
      if (!items.isEmpty() && bytes + more > Batch.MAX_BYTES) {
        records.add(new AudienceMembers(stream.run(), stream.bucket(), items));
        items = new ArrayList<>();
        bytes = ENVELOPE_BYTES;
      }
      items.add(member);
      bytes += more;
    }
    if (!items.isEmpty()) {
      records.add(new AudienceMembers(stream.run(), stream.bucket(), items));
    }
    return records;
  }

  private static Member member(Profile profile, long cardVersion, List<String> fields) {
    Map<String, Object> values = new HashMap<>();
    for (String field : fields) {
      ProfileField.valueOf(profile, field).ifPresent(value -> values.put(field, value));
    }
    return new Member(new ProfileId(profile.id()), cardVersion, values);
  }
}
