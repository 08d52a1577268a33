package dev.campanile.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A record on {@link Topic#AUDIENCE_MEMBERS}: members of one bucket, and at last their number. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AudienceMembers.class, name = "MEMBERS"),
  @JsonSubTypes.Type(value = AudienceBucketCompleted.class, name = "COMPLETED")
})
public sealed interface AudienceRecord permits AudienceMembers, AudienceBucketCompleted {

  RunId runId();

  Bucket bucket();
}
