package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/** Members of a run's audience, with the fields its content uses. */
public record AudienceMembers(RunId runId, Bucket bucket, List<Member> items)
    implements AudienceRecord, Batch<AudienceMembers.Member> {

  public AudienceMembers {
    requireNonNull(runId);
    requireNonNull(bucket);
    items = Batch.checked(items);
  }

  /**
   * @param cardVersion the contact card's version the member was found with
   * @param fields plain JSON values by name; a field the profile lacks is absent
   */
  public record Member(ProfileId profileId, long cardVersion, Map<String, Object> fields) {

    public Member {
      requireNonNull(profileId);
      fields = Map.copyOf(fields);
    }
  }
}
